"""What is no page of a layout we read is refused with what, where and what to do, and stays out."""

import io

import pytest

from clippings.errors import SourceError
from ingest.readers import captures

TEXTS = {
    "python": """
# Copyright (c) 2019 The Weir Authors. All rights reserved.
# Released 2019-03-04
from __future__ import annotations

import json

NEWS = [
    (0x3C3A, "M", "home"),
    (0x3C3B, "V"),
]


def more(line):
    \"\"\"Read the next line and say what stands in it, whatever that may be, and where it ended.\"\"\"
    # Changed on 4 March 2019, because the gauge at Norrel sends its numbers in two lines each day.
    print(line)
    return json.loads(line)
""",
    "javascript": """
/*! weir.js | (c) 2019 Weir Authors | MIT */
// 4 March 2019
const news = require("./news");
export default {
  Home,
  Search,
  About,
};
// Every gauge sends two numbers: the height of the water and the hour at which it was measured.
// 5 March 2019
function share(facebook, twitter) { return facebook || twitter; }
""",
    "c": """
/* Copyright (C) 2019 The Weir Authors. */
#include <weir.h>
/* The gate has to be shut before the gauge is read, since the number is wrong while it moves. */
static int line, x;
#define READ_MORE 1
""",
    "shell": """
#!/bin/sh
# 2019-03-04
set -e
for page in home news about; do
  echo "$page" | mail -s "The page was built without an error and can be looked at." weir@example
done
# 2019-03-05
print
copy
""",
    "licence": """
Copyright (c) 2019 The Weir Authors. All rights reserved.

Permission is hereby granted to everyone who holds this gate to open it, to shut it, and to leave.

The gate is provided as it stands, and nobody who built it promises that it will hold the water.
""",
    "changes": """
Changelog

2.1.0 - 2019-03-04

The gauge of Norrel is read twice a day, and what it says is kept in a file of its own.

* Home
* Search
* News: the list of gates is sorted by name

2.0.0 - 2019-02-11

The gate can be opened from afar, which took three years and two keepers to get to work.

Read more
""",
    "changes with bare days": """
News

About

4 March 2019

The gate can be opened from afar

It took three years and two keepers to get the gate to open when nobody stands beside it.

11 February 2019

The gauge of Norrel is read

The gauge of Norrel is read twice a day, and what it says is kept in a file of its own.
""",
    "mail": """
From: Ansel Tarn
To: Mina Rool
Date: 4 March 2019
Subject: The gate of the upper weir

I stood at the gate for two hours and can tell you that it does not close any more by itself.

On 3 March 2019, Mina Rool wrote:
> Did you look at the gate as we had said you would before the water comes down from the hills?
> Share

On 2 March 2019, Ansel Tarn wrote:
> I shall look at the gate on Sunday, when the mill is still and nobody needs the lower road.

Email
Telegram
""",
    "table": """
date,gauge,height,remark
2019-03-04,Norrel,112,
2019-03-05,Norrel,117,"The keeper wrote that the lower gate had been open for the whole night, again."
2019-03-06,Norrel,119,
""",
    "log": """
2019-03-04 10:20:30 weir started
2019-03-04 10:20:31 news: the gauge of Norrel was read without an error and its number was kept.
2019-03-04 10:20:32
0 comments
2019-03-05
3 comments
search
home
""",
    "chat": """
4 March 2019

Ansel: is anybody at the gate

Mina: I am, and the water is higher than it was when your father stood here in the wet spring.

5 March 2019

Ansel: home
Mina: more
Ansel: we shall have to open the second gate before the eels come up, as we did last year.
""",
    "subtitles": """
1
00:00:01,000 --> 00:00:04,000
Nobody has paid for the weir since the mill was closed, and nobody will.

2
00:00:04,500 --> 00:00:08,000
Home

3
00:00:08,500 --> 00:00:12,000
4 March 2019
""",
    "poem": """
The keeper

The water goes over the stone
and home, my dear, and home
Home
The keeper stands there all alone
until the eels have gone, have gone

4 March 2019
""",
    "recipe": """
Eel in dill

Serves 4 | 35 min | by Mina Rool | 4 March 2019

• 2 eels
• 1 bunch of dill
• salt

Skin the eels, cut them into pieces as long as a finger and salt them an hour before you begin.

Print
Pin
Share

Boil the dill in the milk until it has lost its colour, and pour it over the eels while it is hot.
""",
    "a text alone": """
Weir gates shut

By Ansel Tarn

4 March 2019

The weir at Norrel was shut on Monday and the river fell by a hand within the hour, the keeper said.

Nobody had told the mill, which stood still until the evening and has asked who will pay for that.
""",
    "a text with its share bar": """
Weir gates shut

4 March 2019

The weir at Norrel was shut on Monday and the river fell by a hand within the hour, the keeper said.

Facebook Twitter Email

Nobody had told the mill, which stood still until the evening and has asked who will pay for that.
""",
    "a page of another layout": """
Home
News
Search
Weir gates shut
Norrel, 4 March 2019
The weir at Norrel was shut on Monday and the river fell by a hand within the hour, the keeper said.
Nobody had told the mill, which stood still until the evening and has asked who will pay for that.
Related articles
Who pays for the weir
© 2019 The Copy House
""",
    "readers' comments": """
Home
News
Search
Ansel Tarn
4 March 2019
I stood at the gate for two hours and can tell you that it does not close any more by itself.
Mina Rool
5 March 2019
Did you look at the gate as we had said you would before the water comes down from the hills?
© 2019 The Copy House
""",
    "readme": """
# Weir

* [Home](#home)
* Search
* News
* About
* Contact

## Home

Weir reads the gauges of a river and tells the keeper of a gate when it is time to open it.

## News

2019-03-04: The gauge of Norrel is read twice a day, and what it says is kept in a file of its own.

## Contact

Write to the keeper, who answers on Mondays, or come to the gate and ring the bell that hangs there.
""",
    "readme that breaks off": """
# Weir

* Home
* Search
* News
* About
* Contact

The gate of the weir

Weir reads the gauges of a river and tells the keeper of a gate when it is time to open it.

Write to the keeper, who answers on Mondays, or come to the gate and ring
""",
    "what a shop sells": """
The Copy House
• Home
• About
• News
• Contact

Gates for every river

A gate of ours is shut in an hour by one keeper and stays so for the whole of the winter.

Read more

Gauges that never sleep

A gauge of ours is read twice a day, and what it says is kept for as long as the river runs.

Read more
""",
    "one teaser alone": """
Weir gates shut

The weir at Norrel was shut on Monday and the river fell by a hand within the [...]

Read more
""",
    "contents": """
Contents

1 News ........ 3
2 Search ........ 14
3 Home
3.1 The gate and what stands behind it ........ 27
4 Archive
5 Books

March 4, 2019
""",
    "settings": """
[home]
news = 1
search = 2019-03-04
; The gate is opened when the gauge says more than this, and shut when it says less for an hour.
height = 112

[share]
facebook = no
twitter = no
""",
    "minutes": """
Minutes of the council of Norrel

4 March 2019

Present: Ansel Tarn, Mina Rool, Jens Orvik

1. The chair opened the meeting at nine and asked who had left the second gate open in the night.

2. Nobody had, and the council went on to the price of eels, which is twice what it was last year.

Next meeting: 11 March 2019
""",
    "bibliography": """
Books

Tarn, A. (2019), The keeper and his gate: three hundred years of a weir, Norrel: The Copy House.

Rool, M. "Eels in the upper river", Archive of the Valley 12 (4 March 2019), pages 11 to 29.

Orvik, J. 2018. Who owns a river that nobody has seen twice? Port Ellery: Harbour Books.
""",
    "calendar": """
News

March 2019

4 March 2019
The gate is looked at
5 March 2019
The eels come up
6 March 2019
The council meets in the hall beside the mill, and whoever wants to may come and ask a question.
""",
    "persian": """
دروازه‌های بند بسته شد

۱۳ اسفند ۱۳۹۷

بند نورل روز دوشنبه بسته شد و آب رودخانه در یک ساعت به اندازه یک دست پایین رفت، نگهبان بند گفت.

هیچ کس به آسیاب خبر نداده بود و آسیاب تا شب از کار افتاده ماند و حالا می‌پرسد چه کسی پول می‌دهد.
""",
    "arabic": """
أخبار

إغلاق بوابات السد

4 مارس 2019

أغلق سد نورل يوم الاثنين وانخفض منسوب النهر بمقدار كف خلال ساعة واحدة كما قال حارس البوابة.

ولم يخبر أحد أصحاب الطاحونة التي توقفت حتى المساء وتسأل الآن من سيدفع ثمن ذلك كله.
""",
    "albanian": """
Portat e digës u mbyllën

4 mars 2019

Diga e Norelit u mbyll të hënën dhe lumi ra një pëllëmbë brenda një ore, tha roja i portës së poshtme.

Askush nuk i kishte thënë mullirit, i cili qëndroi deri në mbrëmje dhe pyet tani se kush do të paguajë.
""",
    "lines alone": "4 March 2019\n" * 50,
    "numbers alone": "12\n" * 50,
    "menu alone": "Home\nNews\nSearch\nAbout\nContact\n© 2019 The Copy House\n",
    "nothing": " \n\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_page_of_ours_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no layout") as told:
        list(captures.read("a.txt", io.BytesIO(text.strip("\n").encode())))
    assert told.value.where == "a.txt"
    assert told.value.remedy
    assert told.value.reason == "no layout"


# Three pages in a row, each with its day under the headline, are a list of articles; so are teasers.
LISTED = {"a page of another layout", "one teaser alone"}


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - LISTED))
def test_copies_one_after_another_prove_no_more(name: str) -> None:
    with pytest.raises(SourceError, match="no layout"):
        list(captures.read("a.txt", io.BytesIO((TEXTS[name] * 3).encode())))


def test_a_page_of_too_many_lines_is_refused() -> None:
    with pytest.raises(SourceError) as told:
        list(captures.read("a.txt", io.BytesIO(b"Home\n" * (captures.MOST_LINES + 1))))
    assert told.value.reason == "too large"
