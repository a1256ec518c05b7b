"""What goes out, told to people: the page about open data and the page about the API."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from initiatives.address import Address
from initiatives.api.reading import read
from initiatives.caching import public_page
from initiatives.exports.about import LICENCE, LICENCE_URL
from initiatives.snapshot import Snapshot


@public_page()
def about_data(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    context = {"everything": Address(), "licence": LICENCE, "licence_url": LICENCE_URL}
    return render(request, "initiatives/open_data.html", context)


@public_page()
def about_api(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return render(request, "initiatives/api_docs.html", {"api": read()})
