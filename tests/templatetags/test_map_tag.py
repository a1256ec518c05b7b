"""The tag of small maps."""

import pytest
from django.template import Context, Template

from initiatives.models import County, Municipality

pytestmark = pytest.mark.django_db

TEMPLATE = Template("{% load maps %}{% thumbnail_map places counties label %}")


@pytest.mark.parametrize(("label", "is_decoration"), [("", True), ("Tokke <b>", False)])
def test_small_map_is_decoration_or_has_a_name(reference_data, label, is_decoration):
    places, counties = (
        Municipality.objects.filter(number="4034"),
        County.objects.filter(number="40"),
    )
    html = TEMPLATE.render(Context({"places": places, "counties": counties, "label": label}))
    assert (html.count("<circle"), html.count('class="marked"'), html.count("<path")) == (1, 1, 15)
    assert ('aria-hidden="true"' in html) is is_decoration
    assert ('role="img" aria-label="Tokke &lt;b&gt;"' in html) is not is_decoration
