"""Addresses: a street, a croft or an island, with a number, where somebody lives."""

from lagesbild_xlsx.privacy.streets.numbered import is_street, street_addresses
from lagesbild_xlsx.privacy.streets.others import (
    homes,
    is_home,
    is_numbered,
    is_town,
    numbered_homes,
    post_towns,
    turned_addresses,
)

__all__ = [
    "homes",
    "is_home",
    "is_numbered",
    "is_street",
    "is_town",
    "numbered_homes",
    "post_towns",
    "street_addresses",
    "turned_addresses",
]
