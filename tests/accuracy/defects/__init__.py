"""The table of defects, by chapter of the catalogue of review items."""

from defects import (deciding, decision, ending, enforcing, evidence, filing, further, measures, opening, party,
                     performing, permit, records,  # noqa: F401
                     service, telling)
from defects.hands import DEFECTS, Unfit  # noqa: F401
