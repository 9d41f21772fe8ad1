"""Every kind of lawful file by name; `make` draws one."""

import closing
import daily
import deciding
import ending
import enforcing
import inquiry
import opening
import permit
import serving
import simple
import telling
from binding import bind
from case import Case, Retry
from texts import retell


def ordinary(c):
    opening.first_day(c)
    opening.choose(c)
    opening.open_case(c)
    inquiry.investigate(c)
    telling.notify(c)
    telling.answer(c)
    deciding.review(c)
    deciding.discuss(c)
    deciding.decide(c)
    serving.serve(c)
    closing.pay(c)
    closing.dispose_of_goods(c)
    closing.publish(c)
    closing.prove_correction(c)
    closing.close(c)
    closing.archive(c)


# name: (maker, share of the clean files)
BASES = {"ordinary": (ordinary, 12), "simple": (simple.simple, 3), "court": (enforcing.court, 2),
         "perform": (enforcing.perform, 1),
         "no_penalty": (ending.no_penalty, 2), "transfer": (ending.transfer, 2), "permit": (permit.permit, 4),
         "daily": (daily.daily, 1)}


def make(name, rng, calendar, options=None):
    """A lawful record. Draws again while the draw leads outside a limit."""
    for _ in range(400):
        case = Case(rng, calendar, dict(options or {}))
        try:
            BASES[name][0](case)
        except Retry:
            continue
        case.facts["base"] = name
        return bind(retell(case.rec))
    raise AssertionError(f"no lawful draw of {name} with {options}")
