"""Which English letters may stand for Ukrainian ones, and at what cost.

0 where a romanisation has them, 1 where foreign names often do, 2 or 3 where some do. `айт  ite:0 ight:0` is for Вайт,
which is White, and Райт, which is Wright. The costs are judgements, see `correspondence`.
"""

_TABLE = """
а   a:0 ah:1 aa:2 e:3 u:3 o:3 ha:2 au:3 ay:3 ow:3
ай  ai:0 ay:0 i:1 ei:1 ey:1 y:1 aj:1 igh:1 ij:1
айв  ive:0
айд  ide:0
айз  ise:0
айк  ike:0
айл  ile:0 yle:0
айм  ime:0 yme:0
айн  ine:0
айт  ite:0 ight:0
ал  al:0 ul:1
ам  am:0 um:1
ан  an:0 un:1 anh:0
ау  au:0 ow:1 ou:1
ау  au:0 aw:1
ая  aia:0 aya:0 aja:1 aa:2
анс ance:0
аї  ai:0 ayi:0
б   b:0 p:3
в   v:0 w:0 u:2 f:2 b:3 wh:1
г   h:0 g:0 gh:1 gu:1 wh:3 j:3 kh:2
ґ   g:0 gu:1 gh:1
д   d:0 t:3 dh:1 th:3
дж  dzh:0 j:0 g:1 dj:1 gi:1 ge:1 dge:1 c:2 x:3 jj:1
дз  dz:0 z:1 ds:2
е   e:0 a:1 ae:1 ai:1 he:1 ea:1 oe:2 i:2 ie:1 o:2 eh:2 ue:2 ay:1 é:0
ей  ei:0 ey:0 ay:0 ai:0 a:1 ej:1 eigh:1 y:2 et:3 ea:1 ij:1
ейв ave:0
ейд ade:0
ейк ake:0
ейл ale:0
ейм ame:0
ейн ane:0
ейс ace:0
ейт ate:0
ель el:0 ul:1
енс ens:0 ence:0 ance:1
мен men:0 man:0
ер  er:0 ur:1 ir:1 or:2 ear:2 re:2
є   ie:0 ye:0 e:0 je:0 ai:2 iye:1
ж   zh:0 j:0 g:1 ge:1 rz:1 z:1 dzh:2 s:3
з   z:0 s:0 se:1 th:3 x:2 ts:3
зг  zgh:0 zg:0
и   y:0 i:0 e:2 ee:2 yi:2 ea:3 a:2
ий  yi:0 y:0 yy:0 iy:0 i:0 ii:1 ey:2
і   i:0 y:0 ie:1 ee:1 ea:1 ey:1 e:1 hi:1 yi:1 ei:2 ia:3 oi:3
ій  ii:0 iy:0 y:0 i:0 ei:1 ey:1 yi:1 ij:1 ie:2
ія  iia:0 iya:0 ia:0 ya:0 ie:2 y:2 ea:2
іє  iie:0 iye:0 ie:0 ye:0
ію  iiu:0 iyu:0 iu:0 yu:0
ї   i:0 yi:0 ji:1 ee:2 y:1
й   i:0 y:0 j:0 :1 e:2 gh:3 ll:2
йо  yo:0 jo:0 io:0 yeo:2 ye:1
к   k:0 c:0 ck:0 q:1 qu:1 ch:1 ke:2 que:2 g:3 kh:2 x:3
кв  kv:0 qu:0 kw:0
кс  ks:0 x:0 cks:1 cs:1 xs:2 xc:1 cc:2
кі  ki:0 qui:1 ky:0 chi:1
ке  ke:0 que:1 che:1 ce:2
л   l:0 le:2
лл  ll:0 l:1 gl:2
ль  l:0 le:1 ll:1 lle:1
лья lya:0 lia:0 lla:1 lha:1
м   m:0 me:2 n:3
н   n:0 ne:1 gn:2 ng:1 kn:2 m:3
нг  ng:0 nh:0 nk:3
нк  nk:0 nc:0 nck:0
нь  n:0 ng:1 gn:1 ny:1 nh:1 ne:1 ñ:0
ня  nia:0 nya:0 nha:1 gna:1
ньо nio:0 nyo:0 nho:1 no:0
о   o:0 au:1 oh:1 ow:1 aw:1 oa:2 ou:1 ho:1 a:2 u:3 oe:1 eau:1 ough:2 eo:2 e:3 ot:2 aux:2
ол  ol:0 al:1 all:1
оу  ou:0 ow:0 oe:1 oa:1 o:1 aw:1
оул ole:0
оун one:0 own:0
ой  oi:0 oy:0 oj:1 eu:2
п   p:0 b:3 ph:3
р   r:0 rh:1 re:2 wr:1 hr:2
рж  rzh:0 rz:0 r:1
с   s:0 c:1 ce:1 sc:1 z:1 se:1 x:2 th:2 sz:1 ts:3 t:3 sch:3 st:3
сь  s:0 ss:1 sh:2 z:2 sch:2
ст  st:0 sst:1
ськ sk:0 ski:1 sky:1
т   t:0 th:0 te:1 d:3 dt:1 ed:3
тс  ts:0 tz:0
тц  tz:0 z:1 tts:1 zz:1 ts:0
у   u:0 ou:0 oo:1 o:1 w:1 hu:2 ue:1 ew:2 eu:2 wh:2 ow:2 oe:2
уа  ua:0 wa:0 oi:1 oua:0 ois:2
уе  ue:0 we:0 oue:0 ouai:1
уї  ui:0 oui:0 wi:0 ouis:1
уі  ui:0 wi:0 oui:0
уо  uo:0 wo:0 wa:1 wal:2
ф   f:0 ph:0 pf:1 th:2 v:2 gh:2
х   kh:0 h:0 ch:0 j:1 g:2 x:1 gh:1 k:2 hh:1
ц   ts:0 c:0 z:0 tz:0 cz:1 zz:1 tsch:2 t:2 q:2 ce:1 x:2
це  tse:0 ce:0 ze:0
цз  j:0 z:1 zi:1
ці  tsi:0 ci:0 ti:1 zi:0 qi:1 cy:1 zzi:1
ч   ch:0 c:0 cz:0 tch:0 tsch:1 cs:1 tj:2 zh:1 q:2 j:2 ts:3
чж  zh:0 j:0
ш   sh:0 s:1 sz:0 sch:0 ch:0 x:1 sj:1 ss:2 ti:2 shi:2 ci:2
шт  sht:0 st:0 cht:1 scht:0
шп  shp:0 sp:0
щ   shch:0 sch:1 sc:2 szcz:0 shtch:1
ь   :0 i:1 e:1 j:1
ьє  ie:0 ye:0 ier:1 iere:1 iais:2 illet:2 lle:2
ьйо io:0 yo:0 llo:0 gno:1 jo:0
ьо  yo:0 io:0 o:0 eo:1 jo:0 eu:1 oe:0 ö:0 ø:0
ью  iu:0 yu:0 ew:0 u:0
ья  ia:0 ya:0 lla:1 ja:0 hia:1
ьян ian:0 yan:0 ien:1
ю   iu:0 yu:0 u:0 ju:0 ew:1 ue:1 eu:2 you:1 ui:2 y:2 yy:1
я   ia:0 ya:0 a:1 ja:0 ea:1 iah:1 ie:2
'   :0
'ї  i:0 yi:0
'є  ie:0 ye:0 ier:1
'ю  iu:0 yu:0
'я  ia:0 ya:0 ja:0
ы   y:0
э   e:0
"""


def _read_table() -> dict[str, tuple[tuple[str, int], ...]]:
    table: dict[str, dict[str, int]] = {}
    for line in _TABLE.strip().splitlines():
        unit, *options = line.split()
        for option in options:
            english, _, cost = option.partition(":")
            known = table.setdefault(unit, {})
            known[english] = min(int(cost), known.get(english, int(cost)))
    return {unit: tuple(options.items()) for unit, options in table.items()}


COSTS = _read_table()
"""From Ukrainian letters, three at most, to what may stand for them: English letters, and the cost."""
