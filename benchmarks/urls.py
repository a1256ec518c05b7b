"""The project's addresses, and a view that does nothing, behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from benchmarks.asking import CONSTANT
from catalogue import urls


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(CONSTANT, content_type="text/plain")


urlpatterns = [path("konstant/", constant), *urls.urlpatterns]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
