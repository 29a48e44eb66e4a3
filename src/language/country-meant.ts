/** Knows which country is meant by what is not its code: other codes that people use, and names in any language. */
import { nearest } from "../report/nearest.ts";
import type { KnownNames } from "./known.ts";

/** ISO 3166-1 alpha-3, then alpha-2. */
const iso = `
  ANDAD AREAE AFGAF ATGAG ALBAL ARMAM AGOAO ARGAR AUTAT AUSAU AZEAZ BIHBA BRBBB BGDBD BELBE BFABF
  BGRBG BHRBH BDIBI BENBJ BRNBN BOLBO BRABR BHSBS BTNBT BWABW BLRBY BLZBZ CANCA CODCD CAFCF COGCG
  CHECH CIVCI CHLCL CMRCM CHNCN COLCO CRICR CUBCU CPVCV CYPCY CZECZ DEUDE DJIDJ DNKDK DMADM DOMDO
  DZADZ ECUEC ESTEE EGYEG ERIER ESPES ETHET FINFI FJIFJ FSMFM FRAFR GABGA GBRGB GRDGD GEOGE GHAGH
  GMBGM GINGN GNQGQ GRCGR GTMGT GNBGW GUYGY HNDHN HRVHR HTIHT HUNHU IDNID IRLIE ISRIL INDIN IRQIQ
  IRNIR ISLIS ITAIT JAMJM JORJO JPNJP KENKE KGZKG KHMKH KIRKI COMKM KNAKN PRKKP KORKR KWTKW KAZKZ
  LAOLA LBNLB LCALC LIELI LKALK LBRLR LSOLS LTULT LUXLU LVALV LBYLY MARMA MCOMC MDAMD MNEME MDGMG
  MHLMH MKDMK MLIML MMRMM MNGMN MRTMR MLTMT MUSMU MDVMV MWIMW MEXMX MYSMY MOZMZ NAMNA NERNE NGANG
  NICNI NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PANPA PERPE PNGPG PHLPH PAKPK POLPL PSEPS PRTPT PLWPW
  PRYPY QATQA ROURO SRBRS RUSRU RWARW SAUSA SLBSB SYCSC SDNSD SWESE SGPSG SVNSI SVKSK SLESL SMRSM
  SENSN SOMSO SURSR SSDSS STPST SLVSV SYRSY SWZSZ TCDTD TGOTG THATH TJKTJ TLSTL TKMTM TUNTN TONTO
  TURTR TTOTT TUVTV TZATZ UKRUA UGAUG USAUS URYUY UZBUZ VATVA VCTVC VENVE VNMVN VUTVU WSMWS YEMYE
  ZAFZA ZMBZM ZWEZW
`;

const threeLetters = new Map(
  iso
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
);

/** What is often written for a code: codes of the European Union, of sport and of earlier days, and names in common use. */
const inUse: Record<string, readonly string[]> = {
  AE: ["uae"],
  CD: ["drc"],
  CF: ["car"],
  CH: ["sui"],
  CI: ["ivory coast"],
  DE: ["ger"],
  DK: ["den"],
  GB: ["uk", "britain", "great britain", "england", "scotland", "wales", "northern ireland"],
  GR: ["el"],
  KP: ["dprk", "north korea"],
  KR: ["rok", "south korea"],
  MM: ["burma"],
  NL: ["ned", "holland"],
  PT: ["por"],
  TL: ["tp", "east timor"],
  US: ["america"],
  ZA: ["rsa"],
};
const common = new Map(
  Object.entries(inUse).flatMap(([code, words]) => words.map((word): [string, string] => [word, code])),
);

/** A country that is probably meant, with a name of it: the one that was recognized, else the first. */
export interface CountryMeant {
  code: string;
  name: string;
}

/** The code for one that is no code of two letters but well known; whether a project has such a country is not looked at. */
export function codeMeant(typed: string): string | undefined {
  return threeLetters.get(typed.trim().toUpperCase()) ?? common.get(folded(typed).trim());
}

/**
 * Countries that may be meant, the likeliest first, at most four: other codes, then names in any language, whole or in part, also
 * with a slip. Never by likeness of codes; that is `nearestCode`.
 */
export function countriesMeant(typed: string, known: KnownNames): CountryMeant[] {
  const names = known.countryNames();
  const code = codeMeant(typed);
  if (code !== undefined && known.countries.has(code)) return [{ code, name: nameOf(code, names) }];
  const wanted = folded(typed).trim();
  if (wanted.length < 3) return [];
  const found = new Map<string, string>();
  for (const [name, own] of names) {
    if (folded(name) === wanted) return [{ code: own, name }];
    if (wanted.length > 3 && ` ${folded(name)}`.includes(` ${wanted}`) && !found.has(own))
      found.set(own, name);
  }
  if (found.size > 0) return [...found].slice(0, 4).map(([own, name]) => ({ code: own, name }));
  const near = wanted.length > 3 ? nearest(typed, names.keys()) : undefined;
  const own = near === undefined ? undefined : names.get(near);
  return near === undefined || own === undefined ? [] : [{ code: own, name: near }];
}

/** The code most like one that there is not, when nothing better is known. */
export function nearestCode(typed: string, known: KnownNames): CountryMeant | undefined {
  const code = nearest(typed.toUpperCase(), known.countries);
  return code === undefined ? undefined : { code, name: nameOf(code, known.countryNames()) };
}

function nameOf(code: string, names: ReadonlyMap<string, string>): string {
  return [...names].find(([, own]) => own === code)?.[0] ?? code;
}

/** Letters alone: no accents, signs or capitals. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}
