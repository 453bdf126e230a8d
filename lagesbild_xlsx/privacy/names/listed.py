"""Common Swedish first names and surnames; the only importer of Faker."""

from __future__ import annotations

from functools import cache


@cache
def first_names() -> frozenset[str]:
    """Return the thousand most common first names, in small letters.

    Source: Faker's sv_SE, from Isof's statistics of 2023, with many that were given abroad.
    """
    from faker.providers.person.sv_SE import Provider  # noqa: PLC0415 where two capitals stand

    return frozenset(
        name.lower() for name in (*Provider.first_names_female, *Provider.first_names_male)
    )


@cache
def surnames() -> frozenset[str]:
    """Return the 500 most common surnames, in small letters (Faker, from Skatteverket 2025)."""
    from faker.providers.person.sv_SE import Provider  # noqa: PLC0415 as above

    return frozenset(name.lower() for name in Provider.last_names)
