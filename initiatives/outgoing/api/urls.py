"""The addresses of the API. What is not among them is a problem, as under all of `/api/`."""

from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.urls import URLPattern, path, reverse

from initiatives.outgoing.api.answering import operation
from initiatives.outgoing.api.document import document
from initiatives.outgoing.api.routes import api

app_name = "api-v1"


def openapi(request: HttpRequest) -> JsonResponse:
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})


def docs(request: HttpRequest) -> HttpResponseRedirect:
    """The page about the API, in the written form that is active."""
    return HttpResponseRedirect(reverse("api-docs"))


urlpatterns = [
    path("", operation(docs), name="root"),
    path("docs", operation(docs), name="docs"),
    path("openapi.json", operation(openapi), name="openapi"),
    *(
        URLPattern(pattern.pattern, operation(pattern.callback), pattern.default_args, pattern.name)
        for pattern in api.urls[0]
        if isinstance(pattern, URLPattern) and pattern.name != "api-root"
    ),
]
