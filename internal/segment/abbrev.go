package segment

// A kind is what sort of abbreviation a word with a dot may be. It decides
// whether the dot belongs to the word and whether a sentence may end with it.
type kind uint8

const (
	plain    kind = iota // no abbreviation that we know
	title                // "Mr", "Gen": stands before a name and ends no sentence
	company              // "Inc", "Corp", "Jr", "etc", "Ave": may end a sentence
	inner                // "vs", "cf", "dept": ends a sentence rarely
	month                // "Jan", "Mon"
	region               // "Calif", "Fla": after a comma
	numbered             // "No", "p", "Fig": before a number
)

// kindOf is the kind of the abbreviation s, given without its dot. Words that
// are common without a dot are listed in the case they have as abbreviations.
func kindOf(s string) kind {
	if len(s) > 6 {
		return plain
	}
	switch s {
	case "Mr", "Mrs", "Ms", "Mx", "Dr", "Drs", "Prof", "Messrs", "Mme", "Mlle", "Gen", "Sen", "Sens", "Rep", "Reps", "Gov",
		"Govs", "Lt", "Col", "Cols", "Sgt", "Capt", "Cmdr", "Cdr", "Maj", "Adm", "Rev", "Hon", "St", "Ste", "Mt", "Ft", "Pres",
		"Supt", "Det", "Insp", "Fr", "Pvt", "Cpl", "Pfc", "Spc", "Brig", "Msgr", "Amb", "Atty", "Asst", "Comdr", "Ens",
		"Sec", "Treas", "Rt", "Sr", "Sra", "Srta", "Dña", "Bp", "Abp", "Ald", "Del", "Dist", "Cllr", "Cmd", "Off", "Ofc",
		"MR", "MRS", "MS", "DR", "GEN", "SEN", "REP", "GOV", "LT", "COL", "SGT", "CAPT", "CPL", "MAJ", "PROF", "REV", "ST", "MT",
		"mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "sgt", "capt", "st", "mt", "ft", "rev", "hon":
		return title
	case "Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Jr", "Esq", "etc", "Etc", "Ave", "Blvd", "Rd", "Sq", "Pty", "Plc", "Bhd",
		"INC", "CORP", "CO", "LTD", "BROS", "JR", "SR", "ESQ", "inc", "corp", "co", "ltd", "jr", "sr", "ave", "blvd", "rd",
		"Hwy", "Pkwy", "Tpke", "Assn", "Assoc", "Mfg", "Intl", "Natl", "Univ", "Dept", "Inst", "Acad", "Ctr", "Govt", "govt",
		"hrs", "mins", "secs", "lbs", "yrs", "oz", "sq", "mph", "bldg", "Bldg", "Jnr", "Snr", "GmbH", "Hosp":
		return company
	case "vs", "Vs", "cf", "Cf", "viz", "approx", "ca", "est", "Est", "al", "dept", "univ", "assn", "incl", "resp", "esp",
		"orig", "abbr", "misc", "min", "max", "avg", "ext", "tel", "Tel", "incid", "trans", "dept's", "ibid", "Ibid", "op",
		"Op", "cit", "loc", "Cir", "Supp", "Stat", "Ct", "Dem", "ed", "eds", "Ed", "Eds", "med", "Ph", "Cong", "Cmte", "Comm", "asst", "btw",
		"Ry", "div", "PVT", "ph", "wk", "mfr", "mgr", "dir", "qtd", "Ref", "ref", "vol", "Vol":
		return inner
	case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"JAN", "FEB", "APR", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC",
		"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun":
		return month
	case "Ala", "Ariz", "Ark", "Calif", "Cal", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Kans", "Ky", "La", "Md", "Mass",
		"Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nebr", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex", "Va",
		"Vt", "Wash", "Wis", "Wisc", "Wyo", "Ont", "Que", "Alta", "Sask":
		return region
	case "No", "no", "Nos", "nos", "NO", "NOS", "p", "pp", "Pp", "Fig", "fig", "Figs", "figs", "Sect", "sec", "Secs", "Art", "art", "Arts",
		"Ch", "ch", "chap", "Chap", "par", "para", "Par", "Vols", "vols", "Eq", "eq", "eqs", "Eqs", "app", "App", "Apt", "apt",
		"Rs", "rs", "Nº", "nº", "Nr", "nr", "v", "c", "Ver", "ver", "SEC", "ART", "FIG", "tbl", "Exh", "Ex", "Pt", "pt", "sect", "lit":
		return numbered
	}
	return plain
}

// degree reports whether s is the first part of an academic degree, "Ph.D".
func degree(s string) bool {
	switch s {
	case "Ph", "Ed", "Psy", "Sc", "Th", "Pharm", "Eng", "Litt", "Mus", "Lit", "Phil":
		return true
	}
	return false
}

// abbreviation reports whether the dot at end belongs to the word before it.
func (t *tokenizer) abbreviation(start, part, end int) bool {
	if end-start > maxKnown {
		return false
	}
	w, s := t.text[start:end], t.text[part:end]
	if dotted(w) || start < part && degree(t.text[start:part-1]) {
		return true
	}
	if c, _ := classAt(t.text, end+1); c == stop {
		return false // an ellipsis, or "?!" after a stop
	}
	next, newline := t.peek(end + 1)
	if oneLetter(s) && start == part {
		return t.initial(start, s, next, newline)
	}
	switch kindOf(s) {
	case title, company:
		return true
	case inner:
		return next != space
	case month:
		return next == digit || next == comma || len(s) == 3 && !weekday(s) && s != "Mar" || s == "Sept"
	case region:
		return t.last() == "," || next == comma
	case numbered:
		return next == digit || s == "v" || s == "pp" || (s == "Rs" || s == "Ch") && next != space
	}
	return t.unknownAbbreviation(s, end+1, next)
}

// peek returns the class of the first visible character from i on, and
// whether a line ends before it. A paragraph's end counts as space.
func (t *tokenizer) peek(i int) (class, bool) {
	newline := false
	for limit := i + 16; i < limit; {
		c, n := classAt(t.text, i)
		if n == 0 {
			return space, true
		}
		if c != space && c != invisible {
			return c, newline
		}
		if t.text[i] == '\n' {
			if newline {
				return space, true
			}
			newline = true
		}
		i += n
	}
	return space, newline
}

func weekday(s string) bool {
	switch s {
	case "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun":
		return true
	}
	return false
}

// initial reports whether the letter s and its dot are an initial or a
// one-letter abbreviation.
func (t *tokenizer) initial(start int, s string, next class, newline bool) bool {
	switch {
	case next == space || newline && next != upper:
		return false
	case s == "I":
		return next == upper && capital(t.last()) && !newline
	case capital(s):
		return true
	}
	return kindOf(s) == numbered && (next == digit || s == "v" || s == "c")
}

// unknownAbbreviation reports whether s is no word of English, since it has
// no vowel, and so is an abbreviation before what goes on in lower case or
// with a number; the text goes on at i.
func (t *tokenizer) unknownAbbreviation(s string, i int, next class) bool {
	if i < len(t.text) && t.text[i] == ',' {
		return len(s) <= 6 && !allDigits(s)
	}
	if len(s) < 2 || len(s) > 5 || next != lower && next != digit {
		return false
	}
	for j := 0; j < len(s); j++ {
		switch s[j] | 0x20 {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return false
		}
		if !byteClass[s[j]].isLetter() || j > 0 && byteClass[s[j]] == upper || s[j] == s[max(j-1, 0)] && j > 0 {
			return false
		}
	}
	return true
}
