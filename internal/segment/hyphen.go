package segment

// joinHyphen decides about the hyphen text[end:next] between the part
// text[part:end] and the word that follows. Compounds of common words stay
// whole ("well-known", "four-day", "40-year-old"); a part that may be a name
// is a token of its own ("Seattle|-|based", "anti|-|China",
// "Israeli|-|Palestinian"), so that a name is never inside a token.
func (t *tokenizer) joinHyphen(part, end, next int) (int, verdict) {
	left, right := t.text[part:end], t.text[next:t.letters(next)]
	if t.partsName(part, left, right, next+len(right)) {
		return next, apart
	}
	return next, joined
}

// partsName reports whether a name may stand on one side of the hyphen
// between left and right. The text goes on at rest.
func (t *tokenizer) partsName(part int, left, right string, rest int) bool {
	l, _ := classAt(left, 0)
	r, _ := classAt(right, 0)
	if l == digit || r == digit || left == "" {
		return isYear(left) && isYear(right) // not "40-year", "COVID-19"
	}
	dotted := rest < len(t.text) && t.text[rest] == '.' // "then-U.S."
	switch {
	case l == upper && r == upper:
		if oneLetter(left) {
			return len(right) > 3 && partyLetter(left) && (t.last() == "(" || t.last() == ",") // "(D-Ohio)"
		}
		return (!oneLetter(right) || dotted) && (namePrefix(left) || !commonPart(left) && !boundPart(left))
	case l == upper:
		if oneLetter(left) || linkWord(right) && t.hyphenCapital(rest) {
			return false // "T-shirt", "Stratford-upon-Avon"
		}
		return nameSuffix(right, rest < len(t.text) && t.text[rest] == '-') && !commonPart(left)
	case r == upper: // "anti-China", but "al-Qaeda", "Port-au-Prince"
		return (len(right) > 1 || dotted) && !particle(left) && !(linkWord(left) && part > 0 && t.text[part-1] == '-')
	}
	return false
}

// isYear reports whether s may be a year, one end of "1977-1979".
func isYear(s string) bool { return len(s) == 4 && allDigits(s) && (s[0] == '1' || s[0] == '2') }

// hyphenCapital reports whether a hyphen and a capital stand at i.
func (t *tokenizer) hyphenCapital(i int) bool {
	c, n := classAt(t.text, i)
	d, _ := classAt(t.text, i+n)
	return c == hyphen && d == upper
}

// partyLetter reports whether s stands for a party before an American state.
func partyLetter(s string) bool { return s == "D" || s == "R" || s == "I" }

// linkWord reports whether s links the parts of names of places.
func linkWord(s string) bool {
	switch s {
	case "upon", "on", "in", "under", "by", "the", "of", "au", "aux", "de", "del", "des", "di", "du", "en", "et", "la",
		"le", "les", "lès", "sous", "sur", "am", "an", "der", "y", "al", "el", "ul", "ed", "as", "es", "and", "und":
		return true
	}
	return false
}

// particle reports whether a name may begin with s and a hyphen.
func particle(s string) bool {
	switch s {
	case "al", "el", "ul", "ad", "ed", "as", "es", "an", "en", "ash", "esh", "at", "ar", "er", "az", "ur", "bin", "ben", "ibn",
		"abu", "bint", "de", "la", "le", "l", "d", "e", "i", "o", "t", "x", "un", "sub", "trans",
		"all", "cis", "bi", "vis":
		return true
	}
	return false
}

// boundPart reports whether s, capitalized, is bound to the capital after the
// hyphen: prefixes, and first halves of given names.
func boundPart(s string) bool {
	switch s {
	case "Al", "El", "Ul", "An", "As", "Ash", "At", "Ar", "Az", "AL", "EL", "Abu", "Bin", "Ibn", "Ben", "Abdul", "Abdel",
		"Non", "Neo", "Pan", "Inter", "Intra", "Trans", "Sub", "Semi", "Multi", "Ultra", "Un", "Uh", "Bi",
		"Anglo", "Franco", "Afro", "Sino", "Russo", "Indo", "Austro", "Serbo", "Greco", "Italo", "Euro", "Judeo",
		"Jean", "Marie", "Anne", "Mary", "Hans", "Karl", "Pierre", "Louis", "Juan", "Sue", "Major", "Lieutenant",
		"Brigadier", "Director", "Solicitor", "Surgeon", "Governor", "Inspector", "Auditor", "Lord":
		return true
	}
	return false
}

// namePrefix reports whether s, capitalized, often stands before a name.
func namePrefix(s string) bool {
	switch s {
	case "Anti", "Ex", "Pro", "Pre", "Post", "Mid", "Then", "Now":
		return true
	}
	return false
}

// nameSuffix reports whether s makes an adjective or a noun of the name
// before it: "U.S.-led", "Beijing-based", "Trump-era", "Paris-to-Nice".
func nameSuffix(s string, more bool) bool {
	switch s {
	case "led", "based", "backed", "born", "made", "run", "era", "style", "wide", "bound", "held", "like", "elect",
		"majority", "built", "language", "area", "themed", "funded", "ruled", "linked", "friendly", "rich", "only",
		"centric", "loving", "virus", "hosted", "type", "level", "fed", "skeptic", "critic", "specific", "positive",
		"negative", "designate", "designee", "side", "affiliated", "government", "ally", "allies", "ish", "esque",
		"sized", "given", "born-and-bred", "trained", "dominated", "free", "heavy", "owned", "bred", "supporting",
		"class", "nationalist", "winner":
		return true
	case "to", "and":
		return more
	}
	if n := len(s); n >= 6 {
		return s[n-2:] == "ed" || s[n-3:] == "ing"
	}
	return false
}

// maxKnown is the length of the longest word of the lists of this package.
const maxKnown = 16

// commonPart reports whether s, in any case, is a common word that begins
// compounds which are written with capitals at the start of a sentence and in
// headlines: "State-run", "Long-Term".
func commonPart(s string) bool {
	var buf [maxKnown]byte
	if len(s) > len(buf) {
		return false
	}
	for i := 0; i < len(s); i++ {
		buf[i] = s[i]
		if s[i]-'A' <= 'Z'-'A' {
			buf[i] += 'a' - 'A'
		}
	}
	switch string(buf[:len(s)]) {
	case "above", "active", "actor", "adult", "adults", "after", "age", "agreed", "air", "all", "anti", "antibiotic",
		"application", "as", "asylum", "at", "attorney", "audio", "avant", "back",
		"bacteria", "ball", "barrel", "behind", "best", "better", "bi", "billion", "binary", "bio", "bird", "black",
		"blood", "blue", "bomb", "bone", "book", "bottle", "brain", "break", "brother", "bug", "build", "built", "bullet",
		"by", "call", "campaign", "cancer", "car", "carbon", "case", "cash", "cave", "cease", "censor",
		"center", "centuries", "century", "chair", "character", "check", "chess", "city", "clean", "clear", "client",
		"close", "closed", "closely", "co", "coal", "cocaine", "code", "coffee", "cold", "command", "commander",
		"commercial", "common", "communist", "community", "compact", "computer", "confidence", "context", "control",
		"core", "coronavirus", "cost", "counter", "court", "cover", "credit", "cross", "cut", "cyber", "day",
		"debt", "decade", "decades", "decision", "deep", "different", "director", "dominant", "door", "double", "drive",
		"drop", "drug", "dual", "duty", "earthquake", "east", "easy", "eco", "eight", "eighteen", "eighth", "eighty",
		"election", "eleven", "empty", "energy", "environment", "even", "ever", "ex", "exchange", "execution",
		"explosive", "explosives", "export", "extra", "eye", "face", "fact", "faith", "family", "fan", "far", "farm",
		"fast", "feature", "federal", "female", "fifth", "fifty", "financial", "fine", "fire", "first",
		"five", "flag", "flare", "flat", "flood", "flu", "follow", "food", "for", "foreign", "forty", "four", "fourth",
		"free", "freedom", "friendly", "front", "fuel", "full", "fully", "fund", "game", "gas", "gender", "glass", "go",
		"god", "good", "government", "grass", "great", "green", "ground", "guest", "gun", "half", "hand", "hard",
		"hardest", "head", "health", "hearing", "heart", "heavily", "heritage", "hide", "high", "higher",
		"highest", "highly", "hip", "home", "horror", "hostage", "hour", "house", "how", "human", "hydrogen",
		"hypothesis", "ill", "in", "industry", "information", "inner", "inside", "insurgency", "insurgent", "inter",
		"interest", "internationally", "investment", "island", "job", "judge", "jump", "jury", "kick",
		"kilometer", "knee", "knife", "knock", "know", "laid", "land", "large", "larger", "last", "late", "lava", "law",
		"left", "less", "lesser", "life", "light", "line", "liquid", "little", "live", "local", "locally", "long",
		"longest", "lose", "low", "lower", "made", "mail", "majority", "make", "male", "man", "mark", "market", "match",
		"math", "measles", "media", "medium", "meet", "member", "mid", "middle", "mile", "military", "million",
		"mind", "mine", "mini", "minister", "minutes", "mixed", "money", "month", "months", "more", "mortgage", "mosquito",
		"most", "mother", "much", "multi", "nation", "near", "neighborhood", "neo", "new", "newly", "next", "night",
		"nine", "nineteenth", "ninth", "no", "non", "north", "northern", "not", "now", "nuclear", "number", "nutrient",
		"off", "often", "oil", "old", "on", "once", "one", "open", "opium", "opposition", "other", "out", "over", "oxygen",
		"pan", "part", "partial", "party", "pathogen", "pay", "peace", "people", "per", "percentage",
		"phase", "photo", "pick", "picture", "pine", "pitch", "place", "placebo", "plain", "plug", "point", "polarization",
		"policy", "politically", "poor", "poorly", "pop", "population", "post", "poverty", "power", "pre", "present",
		"president", "previously", "private", "privately", "prize", "pro", "province", "public", "pull", "quake",
		"quarter", "quasi", "quoted", "rain", "rate", "rates", "razor", "re", "real", "rebel", "recently", "record", "red",
		"reduced", "remote", "ride", "right", "road", "rock", "rocket", "rocky", "roller", "room", "rose", "round",
		"run", "runner", "safe", "safety", "same", "search", "second", "secretary", "self", "semi", "set", "seven",
		"seventh", "seventy", "sex", "shareholder", "ship", "shoe", "shoot", "short", "shorter", "shut", "side", "silk",
		"singer", "single", "six", "sixteen", "sixteenth", "sixth", "sixty", "skill", "sleep", "slow", "slowly", "slug",
		"small", "smart", "snow", "so", "social", "socio", "soft", "software", "sometimes", "son", "sour", "source",
		"south", "space", "staff", "stand", "standard", "standards", "star", "start", "state", "stay", "steel", "stepped",
		"still", "stone", "storm", "story", "straight", "straw", "street", "student", "sub", "super", "supply",
		"surface", "swearing", "sworn", "take", "task", "tax", "telescope", "tell", "ten",
		"terror", "terrorism", "terrorist", "test", "thank", "then", "third", "thirty", "three", "time", "top",
		"touch", "town", "trans", "tree", "trial", "triple", "truck", "tsunami", "twenty", "twice", "twin", "two",
		"typhoon", "ultra", "under", "up", "upper", "upside", "uranium", "veto", "vice", "video", "violence", "vote",
		"walk", "war", "warm", "water", "weapons", "web", "week", "weight", "well", "west", "wheelchair", "whistle",
		"white", "whole", "wide", "widely", "win", "wind", "wine", "wing", "women", "word", "working", "world", "worst",
		"would", "write", "year", "zebra":
		return true
	}
	return false
}
