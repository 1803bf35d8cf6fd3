"""The words that credits are made of, language by language: what a text is called, how it came out, where."""

from clippings.provenance.rules import PERSON, TITLE, WORD

# English
TEXT = (
    r"(?:(?:[\w-]+ ){0,2}(?:articles?|stor(?:y|ies)|reports?|reporting|pieces?|interviews?|texts?|columns?|essays?|comment(?:ary)?"
    r"|items?|dispatch(?:es)?|features?|analys[ei]s|op-ed|investigations?|profiles?|reviews?|posts?|letters?|editorials?"
    r"|reportage|conversations?|excerpts?|extracts?|translations?|versions?|speech|poem|obituary|series|Q&A|account|diary|chapter))"
)
FIRST = r"(?:first|originally|initially|previously|earlier)"
CAME = (
    rf"(?:(?:was |were |is |has been |had been )?(?:{FIRST} )?(?:published|printed|posted|carried|broadcast|aired|featured|issued|released"
    r"|reprinted|republished)|appeared|appears|ran|runs|came out)"
)
CITED = r"[\"“‘'][^\"”\n]{2,100}[\"”’'],?"
FORM = (
    r"(?:,? (?:as|under the (?:title|headline|heading)|entitled|titled) (?:an? [\w-]+ in |"
    + CITED
    + r")"
    r"|,? in (?:(?:an? )?(?:slightly |somewhat )?(?:different|longer|shorter|abridged|edited|another|other) (?:forms?|versions?)|print|translation|full"
    r"|[A-Z][a-z]+(?=,? (?:in|on|by|at) )|(?:[A-Z][a-z]+ )?\d{4}|two parts|instal\w+)"
    r"|,? on (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})(?:,? \d{4})?)"
)
CAME_IN = rf"(?:{FIRST} )?{CAME}(?: {FIRST})?{FORM}{{0,2}},? (?:in|on|by|at|with|for|through|from)(?! the Internet)"

# Albanian
TEKST = (
    r"(?:artikull|shkrim|tekst|reportazh|intervist|analiz|koment|lajm|material|ese|bised|let[ëe]r|raport|kronik|histori"
    r"|opinion|editorial|p[ëe]rkthim|dosje|hetim|rr[ëe]fim|fjalim|kolumn|version|origjinal|shk[ëe]putj|publikim)\w*"
)
DOLI = (
    r"(?:(?:[ëe]sht[ëe]|u|qe|ka qen[ëe]|ishte) )?(?:ri)?(?:botua\w*|publikua\w*|doli|dal[ëe]|del|shkrua\w*|transmetua\w*"
    r"|shfaq\w*|dh[ëe]n[ëe]|marr[ëe]|huazuar|shtypur|p[ëe]rgatitur|realizuar)"
)
PARE = (
    r"(?:p[ëe]r her[ëe] t[ëe] par[ëe]|fillimisht|s[ëe] pari|m[ëe] par[ëe]|n[ëe] fillim|fillesisht|origjinalisht"
    r"|si fillim|n[ëe] origjinal)"
)
SHTYP = (
    r"(?:(?:gazet|revist|portal|agjenci|faqe|uebfaqe|televizion|kanal|blog|buletin|medi|stacion|fletush|organ)\w*"
    r"|(?:e |t[ëe] |s[ëe] )p[ëe]r\w+shm\w*)"
)
"""Words for a paper, an agency or a station, in all their cases."""
SHTYPI = (
    rf"(?:(?:{SHTYP}|faqe\w* zyrtare)(?: (?:e|s[ëe]|t[ëe]) (?:lajmeve|internetit|p[ëe]r\w+shme))?(?: [a-zë]+)? ?"
    rf"(?:e |t[ëe] |s[ëe] )??)?"
)
QUOTED = r"[\"“”„«']?"
EMER = rf"{SHTYPI}{QUOTED}(?P<name>{TITLE})"
"""A name in Albanian, after the word for its kind."""
VETA = rf"{PERSON}(?:(?:,| dhe) {PERSON}){{0,2}}"
DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?,? \d{4}|[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
"""A whole day in English."""
PEOPLE = rf"{PERSON}(?:(?:,| and| &|, and) {PERSON}){{0,3}}"
THE = rf"(?P<name>[Tt]he {WORD}(?: (?:of |& |and )?(?:the )?{WORD}){{0,4}})"

# Persian and Arabic
_W = r"(?:[\d۰-۹]{1,2}(?=[^\W\d]))?[^\s.:؛،,()\[\]«»\"“”؟!\d–—/-]+(?:(?<=[^\W\d])[\d۰-۹٠-٩]{1,2}(?!\d))?"
KIND_FA = (
    r"(?:خبرگزاری|آژانس(?: خبری| ملی| مطبوعاتی)?|روزنام[هۀ]|(?:دو)?هفته.?نام[هۀ]|ماه.?نام[هۀ]|فصل.?نام[هۀ]|گاه.?نام[هۀ]|خبرنام[هۀ]|نشری[هۀ]|مجل[هۀ]|سایت|وب.?سایت|وبگاه"
    r"|تارنما|پایگاه(?: خبری| اینترنتی| تحلیلی)+|شبک[هۀ]|رادیو|تلویزیون|بولتن|پورتال|رسان[هۀ]|وبلاگ|ویژه.?نام[هۀ])(?:\u0654|\u200c?ی)?"
)
KIND_AR = (
    r"(?:وكالة(?: أنباء| الأنباء)?|صحيفة|جريدة|مجلة|موقع|قناة|إذاعة|اذاعة|أسبوعية|شهرية|فصلية|دورية|يومية|شبكة|منصة|مدونة|نشرة"
    r"|راديو|تلفزيون|بوابة)"
)
_AFTER_FA = (
    r"به|در|از|با|که|را|منتشر|چاپ|است|انجام|نوشت\S*|برای|ترجم\S*|بازنشر|گرفته|نقل|آمده|شمار\S*|مورخ"
    r"|بوده?|شده?|انتشار|تهیه|نخستین|پیش|می\S*|گفت\S*|محفوظ|متعلق|درج|پخش|نشان|حاکی|رسید\S*|قرار|ن?پاسخ\S*|پاسخی|دید\S*|سر"
)
_AFTER_AR = (
    r"بتاريخ|بأن\S*|في|على|من|إلى|عن|مع|يوم|قبل|بعد|حول|بعنوان|تحت|ترجمة|ترجمها|ترجمته|ترجمه|بقلم|بإذن|العدد|عدد"
    r"|مساء|صباح|أمس|اليوم|التي|الذي|أن|إن|أنها?|إنها?|للمرة|لأول|أول|أولا|و\S+|حتى|ضمن|محفوظة?|بالإنجليزية|بالفرنسية|بالعربية|الناطقة"
)
AFTER_NAME = (_AFTER_FA, _AFTER_AR)
"""Words that no name contains, as the sentence goes on, in Persian and in Arabic."""
_STOP_FA = rf"(?=\s*(?:$|[.:؛،,()\[\]؟!\d۰-۹–—/-])|\s(?:{_AFTER_FA})(?!\w))"
_STOP_AR = rf"(?=\s*(?:$|[.:؛،,()\[\]؟!\d٠-٩–—/-])|\s(?:{_AFTER_AR})(?!\w))"
_MORE_FA = rf" (?!(?:{_AFTER_FA})(?!\w)){_W}"
_MORE_AR = rf" (?!(?:{_AFTER_AR})(?!\w)){_W}"
NAME_FA = rf"(?P<name>(?<!\w){KIND_FA} (?:(?:{_W} )?[«\"“][^»\"”\n]{{2,30}}[»\"”]|{_W}(?:{_MORE_FA}){{0,4}}?(?:{_STOP_FA}))|[«\"“](?:{KIND_FA} )?[^»\"”\n،]{{2,30}}[»\"”])"
_THE_AR = r"ال(?:وكالة|شبكة|هيئة|مؤسسة)(?: ال\w+)+(?: لل\w+)?"
NAME_AR = rf"(?P<name>(?<!\w){_THE_AR}|(?<!ال)(?<!\w\w){KIND_AR} (?:(?:{_W} )?[«\"“][^»\"”\n]{{2,30}}[»\"”]|{_W}(?:{_MORE_AR}){{0,4}}?(?:{_STOP_AR}))|[«\"“](?:{KIND_AR} )?[^»\"”\n،]{{2,30}}[»\"”])"
ANY_FA = rf"(?:{NAME_FA}|(?P<plain>(?<!\w){_W}(?:{_MORE_FA}){{0,3}}?(?:{_STOP_FA})))"
ANY_AR = rf"(?:{NAME_AR}|(?P<plain>{_W}(?:{_MORE_AR}){{0,3}}?(?:{_STOP_AR})))"
"""Such a name, or plain words that are believed only if they are known."""
"""A name after the word for its kind, or in quotation marks: without capitals nothing else tells it."""
WORDS = rf"(?P<name>[«\"“]?{_W}(?: {_W}){{0,4}}[»\"”]?)"
"""A name that is all the rest of a line."""
PERSON_RIGHT = rf"(?!(?:و?(?:قالت?|أكدت?|صرحت?|أضافت?|أعلنت?|كشفت?|أوضحت?|ذكرت?|أفادت?|أشارت?|نفت|نفى|دعا|دعت))(?!\w)){_W}(?: {_W}){{1,3}}?"
TEXT_FA = (
    r"(?:مقال[هۀ]|مطلب|گزارش|گفت.?و.?گو|مصاحب[هۀ]|متن|یادداشت|نوشت[هۀ]|نوشتار|خبر|جستار|تحلیل|روایت|نامه|سرمقاله|پرونده|نسخ[هۀ]|ترجم[هۀ]|داستان|سخنرانی)"
    r"(?:\u0654|\u200c?ی)?"
)
TEXT_AR = r"(?:ال)?(?:مقالة?|تقرير|نص|حوار|مقابلة|مادة|قصة|خبر|تحقيق|عمود|افتتاحية|تحليل|رسالة|نسخة|ريبورتاج|دراسة|شهادة|ملف|حديث|لقاء|كلمة|موضوع|ترجمة)"
NATION_FA = (
    r"(?:آلمانی(?:.?زبان)?|فرانسوی|انگلیسی(?:.?زبان)?|اسپانیایی|دانمارکی|سوئدی|نروژی|هلندی|ایتالیایی|روسی|آمریکایی|بریتانیایی|ترکیه.?ای|ترک|عربی(?:.?زبان)?|عراقی|لبنانی|مصری"
    r"|سعودی|افغان\w*|پاکستانی|هندی|چینی|ژاپنی|یونانی|پرتغالی|لهستانی|اتریشی|سوئیسی|بلژیکی|کانادایی|استرالیایی|اسرائیلی|ارمنی|کردی|آذربایجانی|محلی|خارجی|اینترنتی|معتبر|مشهور)"
)
NATION_AR = (
    r"(?:ال)(?:ألمانية|فرنسية|إنجليزية|انجليزية|بريطانية|أمريكية|أميركية|إسبانية|اسبانية|دنماركية|سويدية|نرويجية|هولندية|إيطالية|روسية|تركية|إيرانية|عراقية|لبنانية|مصرية|سورية"
    r"|سعودية|قطرية|كويتية|إماراتية|أردنية|فلسطينية|مغربية|جزائرية|تونسية|ليبية|سودانية|يمنية|صينية|يابانية|يونانية|برتغالية|بولندية|نمساوية|سويسرية|بلجيكية|كندية|إسرائيلية|هندية"
    r"|باكستانية|لندنية|محلية|يومية|أسبوعية|شهرية|عبرية|فارسية|إلكترونية|الكترونية)"
)
FIRST_FA = r"(?:نخست|نخستین بار|اولین بار|برای (?:نخستین|اولین) بار|ابتدا|پیش.?تر|پیش از این|قبلا|قبلاً|در اصل|اول)"
FIRST_AR = r"(?:لأول مرة|أول مرة|أولا|أولاً|أولًا|للمرة الأولى|سابقا|سابقاً|سابقًا|أصلا|أصلاً|أصلًا|في الأصل|بداية|من قبل|بالأصل)"
