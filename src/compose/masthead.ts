/** Session, place, committee and running head of the masthead, in the forms of different years (house-style 1.3). */
import type { InlineText } from "../text/inline.ts";
import { inlineMarkup, wordsMarkup } from "./inline.ts";
import type { Setting } from "./setting.ts";
import type { View } from "./view-fields.ts";

type Masthead = Pick<
  View,
  "organization" | "session" | "place" | "committee" | "symbol" | "date" | "runningHead"
>;

export function mastheadView(setting: Setting): Masthead {
  const { locale, stage, period } = setting;
  const say = (key: string) => inlineMarkup(locale.phrase(key), setting);
  const place = placeView(setting);
  const symbol = stage.symbol ?? "";
  return {
    organization: say("masthead.organization"),
    session: sessionView(setting),
    place,
    committee: committeeLines(setting).map((text) => ({ text: wordsMarkup(text, setting) })),
    symbol,
    date: inlineMarkup(locale.date(stage.date), setting),
    runningHead: {
      page: say(period.pageOf ? "page.of" : "page.running-head"),
      symbol,
      place: period.runningHeadPlace ? place.city : wordsMarkup("", setting),
    },
  };
}

/** The number of the session as a phrase wants it: the ordinal of the period, and the bare number. */
export function sessionValues(setting: Setting): { ordinal: InlineText; n: string } {
  const { locale, period } = setting;
  const { body, session } = setting.resolution.instrument;
  const gender = locale.genderOf(body);
  const superscript = period.ordinals === "superscript";
  return {
    ordinal: locale.ordinal(session.number, { gender, superscript, date: session.from }),
    n: locale.digits(session.number),
  };
}

function sessionView(setting: Setting): View["session"] {
  const { locale } = setting;
  const { body } = setting.resolution.instrument;
  const values = sessionValues(setting);
  // Other bodies have one form only.
  const say = (form: string) =>
    inlineMarkup(locale.phrase(`session.${body === "assembly" ? form : body}`, values), setting);
  return {
    number: values.n,
    assembly: say("assembly"),
    related: say("assembly-and-related"),
    ipu: say("ipu-assembly"),
    ipuCapitals: say("ipu-assembly-capitals"),
    relatedCapitals: inlineMarkup(
      body === "assembly" ? locale.phrase("session.and-related-capitals") : [],
      setting,
    ),
    ipuRelatedCapitals: say("ipu-assembly-and-related-capitals"),
  };
}

function placeView(setting: Setting): View["place"] {
  const { locale, period } = setting;
  const { place, from, to } = setting.resolution.instrument.session;
  const values = {
    city: locale.city(place.city),
    country: locale.country(place.country, from).running,
    range: locale.range(from, to, period.dateRange),
  };
  const say = (form: string) => inlineMarkup(locale.phrase(`place.${form}`, values), setting);
  return {
    full: say("country-and-dates"),
    city: say("city-and-dates"),
    brackets: say("city-dates-in-brackets"),
    cityCountry: say("city-and-country"),
    dates: say("dates"),
  };
}

/** Lines of the committee; plenary papers show the body and the item of the agenda instead. */
function committeeLines(setting: Setting): string[] {
  const { locale, period } = setting;
  const { body, committee, item, session } = setting.resolution.instrument;
  // A period that was asked for by name brings the names of its own years.
  const [, day = session.from] = [period.from, session.from, period.to ?? "9999-12-31"].sort();
  const lines = locale.body(committee ?? body, day, "heading").split("\n");
  if (committee !== undefined || item === undefined) return lines;
  const words = locale.phrase("masthead.item", { item });
  return [...lines, words.map((node) => (node.kind === "text" ? node.text : "")).join("")];
}
