  // --- dates in words: what their TIMEX3 values say
  const calendar = (options) => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
  const oneDay = calendar({ dateStyle: "full" }), days = calendar({ dateStyle: "long" });
  const months = calendar({ year: "numeric", month: "long" }), clock = calendar({ timeStyle: "short" });
  const units = { CE: "century", DE: "decade", Y: "year", Q: "quarter", M: "month", WE: "weekend", W: "week", D: "day", H: "hour", TM: "minute", S: "second" };
  const parts = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
  const seasons = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" };
  const mods = {
    START: "the start of", MID: "the middle of", END: "the end of", APPROX: "about", BEFORE: "before", AFTER: "after", LESS_THAN: "less than",
    MORE_THAN: "more than", EQUAL_OR_LESS: "at most", EQUAL_OR_MORE: "at least", ON_OR_BEFORE: "on or before", ON_OR_AFTER: "on or after",
  };
  const refs = { PRESENT_REF: "now", PAST_REF: "the past", FUTURE_REF: "the future" };
  const dateTypes = { DATE: "on the calendar", TIME: "time of day", DURATION: "how long", SET: "how often" };

  // interval is [from, to) in words.
  function interval(from, to) {
    const a = new Date(from), b = new Date(to), last = new Date(b - 1);
    const first = (t, month) => t.getUTCDate() === 1 && (!month || t.getUTCMonth() === 0);
    const y = a.getUTCFullYear(), z = last.getUTCFullYear();
    if (first(a, true) && first(b, true)) return y === z ? String(y) : y + "–" + z;
    const f = first(a) && first(b) ? months : b - a <= 864e5 ? oneDay : days;
    return f.formatRange(a, last);
  }
  function duration(value) {
    const [date, time] = value.slice(1).split("T");
    const list = [...date.matchAll(/([\dX.]+)(CE|DE|WE|[YQMWD])/g), ...(time || "").matchAll(/([\dX.]+)([HMS])/g)];
    return list.map(([, n, u], i) => {
      const one = units[u === "M" && i >= list.length - (time ? time.match(/[HMS]/g).length : 0) ? "TM" : u];
      return n.includes("X") ? "some " + plural(2, one).slice(2) : plural(Number(n), one);
    }).join(", ");
  }
  function often(value) {
    const once = duration(value).replace(/^1 (?!.*,)/, "");
    if (value.startsWith("P") && once) return "every " + once;
    const [, week, month, day, season, part] = /^XXXX(?:-WXX-(\d)|-(\d\d)(?:-(\d\d))?|-(SP|SU|FA|WI))?(?:T(..))?$/.exec(value) || [];
    const then = week ? calendar({ weekday: "long" }).format(new Date(Date.UTC(2024, 0, week)))
      : month ? calendar({ month: "long", day: day && "numeric" }).format(new Date(Date.UTC(2024, month - 1, day || 1))) : seasons[season];
    return then && "every " + then + (parts[part] ? " " + parts[part] : "");
  }
  function plain({ type, value, from, to }) {
    if (refs[value]) return refs[value];
    const [, date, hour, part, zone] = /^(\d{4}-\d\d-\d\d)T(?:(\d\d:\d\d).*?|([A-Z]{2}))(Z?)$/.exec(value) || [];
    if (date) return oneDay.format(new Date(date)) + ", " + (hour ? clock.format(new Date("2024-01-01T" + hour.replace("24:", "00:") + "Z")) + (zone && " UTC") : parts[part] || part);
    if (type === "SET") return often(value);
    if (value.startsWith("P")) return duration(value);
    if (from && to) return interval(from, to);
    return value.startsWith("BC") ? Number(value.slice(2)) + " BC" : /^X[X-]*$/.test(value) ? "a day that the text does not tell" : "";
  }
  // dateWords never fails: what it has no words for stays the value.
  function dateWords(d) {
    let text;
    try { text = plain(d); } catch {}
    return (d.mod && mods[d.mod] ? mods[d.mod] + " " : "") + (text || d.value);
  }
