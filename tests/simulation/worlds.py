"""What the seven groups are like: as the model page tells of them, and worse than it tells.

Of three groups the page publishes nothing: theirs are made up.
"""

from __future__ import annotations

from tests.simulation.seven_groups import Behaviour, Trouble

USUAL = {
    Trouble.BUSY: 5,
    Trouble.UPSTREAM: 2,
    Trouble.QUOTA: 0.5,
    Trouble.LATE: 1,
    Trouble.CUT: 0.5,
    Trouble.NO_PICTURE: 1,
}
PAID = {Trouble.CUT: 3, Trouble.NO_PICTURE: 1, Trouble.BUSY: 0.5}

AS_PUBLISHED = {
    "官KEY-1.5折": Behaviour(0.625, 102.07, USUAL),
    "官KEY-2.5折": Behaviour(0.80, 61, USUAL),
    "官KEY-3.5折": Behaviour(0.995, 14.45, USUAL),
    "官KEY-4.5折": Behaviour(0.98, 54.18, USUAL),
    "官KEY-5.5折": Behaviour(0.95, 30, USUAL),
    "官KEY-7.5折": Behaviour(0.97, 25, USUAL),
    "官KEY-正价": Behaviour(0.98, 133.42, USUAL),
}
# The cheapest takes money for nothing, the suggested one is having a bad month.
WORSE = {
    **AS_PUBLISHED,
    "官KEY-1.5折": Behaviour(0.25, 102.07, PAID),
    "官KEY-2.5折": Behaviour(0.90, 20, USUAL),
    "官KEY-3.5折": Behaviour(0.60, 40, PAID),
}
