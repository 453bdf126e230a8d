"""Personal data that must not be sent out: text in, hits out."""

from lagesbild_xlsx.privacy.detector import hits_in, masked, with_masks, without_numbers
from lagesbild_xlsx.privacy.hits import SEVERE, Hit, Kind
from lagesbild_xlsx.privacy.known import NOBODY, NotPersons

__all__ = [
    "NOBODY",
    "SEVERE",
    "Hit",
    "Kind",
    "NotPersons",
    "hits_in",
    "masked",
    "with_masks",
    "without_numbers",
]
