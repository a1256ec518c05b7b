"""The address of a list as a value."""

from initiatives.finding.address import PARAMETERS, Address
from initiatives.finding.filters import InitiativeFilter


def test_of_orders_names_and_values():
    address = Address.of([("side", "2"), ("fylke", "46"), ("aktivitet", "b"), ("aktivitet", "a")])
    assert address.query == "?aktivitet=a&aktivitet=b&fylke=46&side=2"


def test_of_drops_unknown_empty_and_double():
    assert Address.of(
        [("utm_source", "x"), ("q", ""), ("fase", "ongoing"), ("fase", "ongoing")]
    ).query == ("?fase=ongoing")


def test_query_of_nothing_is_empty():
    assert Address().query == ""


def test_query_is_escaped():
    assert Address.of([("q", "<b>&bustad")]).query == "?q=%3Cb%3E%26bustad"


def test_with_adds_and_goes_to_first_page():
    address = Address.of([("aktivitet", "a"), ("side", "3")])
    assert address.with_("fylke", "40").query == "?aktivitet=a&fylke=40"


def test_with_value_knows_the_parameter_of_a_kind():
    address = Address.of_value("activity", "brev").at_page(3).with_value("municipality", "4034")
    assert address.query == "?aktivitet=brev&kommune=4034"


def test_without_a_value_keeps_the_others():
    address = Address.of([("aktivitet", "a"), ("aktivitet", "b"), ("side", "3")])
    assert address.without("aktivitet", "a").query == "?aktivitet=b"


def test_without_a_name_removes_all_its_values():
    address = Address.of([("aktivitet", "a"), ("aktivitet", "b"), ("q", "x")])
    assert address.without("aktivitet").query == "?q=x"


def test_changing_leaves_the_original():
    address = Address.of([("aktivitet", "a")])
    address.with_("aktivitet", "b")
    assert address.query == "?aktivitet=a"


def test_at_page_one_is_without_a_page():
    assert Address.of([("q", "x"), ("side", "3")]).at_page(1).query == "?q=x"


def test_at_page_sets_the_page():
    assert Address.of([("q", "x"), ("side", "3")]).at_page(2).query == "?q=x&side=2"


def test_is_indexable_with_one_filter():
    assert Address.of([("aktivitet", "a")]).is_indexable


def test_is_indexable_not_with_a_page_of_a_filter():
    assert not Address.of([("aktivitet", "a"), ("side", "2")]).is_indexable


def test_is_indexable_not_with_two_values():
    assert not Address.of([("aktivitet", "a"), ("aktivitet", "b")]).is_indexable


def test_is_indexable_not_with_search():
    assert not Address.of([("q", "bustad")]).is_indexable


def test_parameters_are_those_of_the_filter_set_and_the_page():
    assert sorted(PARAMETERS) == sorted([*InitiativeFilter.base_filters, "side"])
