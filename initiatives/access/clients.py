"""Where a request comes from: the network address that can be believed, and the device in words."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

# The first that is found wins: browsers name those that they descend from.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)
# Whoever has an address of version 6 usually has all that begin alike.
NETWORK_BITS = 64
USER_AGENT_LENGTH = 300


def address_of(request: HttpRequest) -> str | None:
    """The address that the request came from, or None where the server does not tell.

    Each of `TRUSTED_PROXIES` proxies adds the address that it saw to `X-Forwarded-For`, so the one
    to believe is that many from the end; all before it may be made up. Without trusted proxies the
    header is not read.
    """
    seen = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(forwarded) >= settings.TRUSTED_PROXIES:
            seen = forwarded[-settings.TRUSTED_PROXIES]
    try:
        address = ip_address(seen.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).compressed.partition("%")[0]


def network_of(request: HttpRequest) -> str | None:
    """What tries to sign in are counted by: the address, or the first half of one of version 6."""
    address = address_of(request)
    if address is None or ":" not in address:
        return address
    return str(ip_network(f"{address}/{NETWORK_BITS}", strict=False).network_address)


def user_agent_of(request: HttpRequest) -> str:
    """What the browser calls itself, as far as we keep it and the database can hold it."""
    told: str = request.META.get("HTTP_USER_AGENT", "")
    return told.replace("\0", "")[:USER_AGENT_LENGTH]


def device_in_words(user_agent: str) -> str:
    """`Firefox på Linux`; whoever gives no known name is an unknown device."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown device")
