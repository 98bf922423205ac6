package segment

import (
	"unicode"
	"unicode/utf8"
)

// A class is what a byte or a rune is to the tokenizer.
type class uint8

const (
	space     class = iota // white space: never in a token
	invisible              // zero-width and control characters: in a token only between two letters
	lower                  // lower-case and uncased letters, marks, "_"
	upper                  // upper-case and title-case letters
	digit                  // decimal digits
	stop                   // . ! ? and their wide forms
	comma                  // , ; :
	quote                  // quotation marks and apostrophes of every kind
	opener                 // ( [ {
	closer                 // ) ] }
	hyphen                 // - and the Unicode hyphens
	dash                   // longer dashes
	currency               // $ € £
	symbol                 // all else
	high                   // a byte of a rune outside ASCII: see runeClass
)

// byteClass is the class of each byte.
var byteClass = [256]class{
	0: invisible, 1: invisible, 2: invisible, 3: invisible, 4: invisible, 5: invisible, 6: invisible, 7: invisible,
	8: invisible, '\t': space, '\n': space, '\v': space, '\f': space, '\r': space, 14: invisible, 15: invisible,
	16: invisible, 17: invisible, 18: invisible, 19: invisible, 20: invisible, 21: invisible, 22: invisible, 23: invisible,
	24: invisible, 25: invisible, 26: invisible, 27: invisible, 28: invisible, 29: invisible, 30: invisible, 31: invisible,
	' ': space, '!': stop, '"': quote, '#': symbol, '$': currency, '%': symbol, '&': symbol, '\'': quote,
	'(': opener, ')': closer, '*': symbol, '+': symbol, ',': comma, '-': hyphen, '.': stop, '/': symbol,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	':': comma, ';': comma, '<': symbol, '=': symbol, '>': symbol, '?': stop, '@': symbol,
	'A': upper, 'B': upper, 'C': upper, 'D': upper, 'E': upper, 'F': upper, 'G': upper, 'H': upper, 'I': upper,
	'J': upper, 'K': upper, 'L': upper, 'M': upper, 'N': upper, 'O': upper, 'P': upper, 'Q': upper, 'R': upper,
	'S': upper, 'T': upper, 'U': upper, 'V': upper, 'W': upper, 'X': upper, 'Y': upper, 'Z': upper,
	'[': opener, '\\': symbol, ']': closer, '^': symbol, '_': lower, '`': quote,
	'a': lower, 'b': lower, 'c': lower, 'd': lower, 'e': lower, 'f': lower, 'g': lower, 'h': lower, 'i': lower,
	'j': lower, 'k': lower, 'l': lower, 'm': lower, 'n': lower, 'o': lower, 'p': lower, 'q': lower, 'r': lower,
	's': lower, 't': lower, 'u': lower, 'v': lower, 'w': lower, 'x': lower, 'y': lower, 'z': lower,
	'{': opener, '|': symbol, '}': closer, '~': symbol, 127: invisible,
	128: high, 129: high, 130: high, 131: high, 132: high, 133: high, 134: high, 135: high,
	136: high, 137: high, 138: high, 139: high, 140: high, 141: high, 142: high, 143: high,
	144: high, 145: high, 146: high, 147: high, 148: high, 149: high, 150: high, 151: high,
	152: high, 153: high, 154: high, 155: high, 156: high, 157: high, 158: high, 159: high,
	160: high, 161: high, 162: high, 163: high, 164: high, 165: high, 166: high, 167: high,
	168: high, 169: high, 170: high, 171: high, 172: high, 173: high, 174: high, 175: high,
	176: high, 177: high, 178: high, 179: high, 180: high, 181: high, 182: high, 183: high,
	184: high, 185: high, 186: high, 187: high, 188: high, 189: high, 190: high, 191: high,
	192: high, 193: high, 194: high, 195: high, 196: high, 197: high, 198: high, 199: high,
	200: high, 201: high, 202: high, 203: high, 204: high, 205: high, 206: high, 207: high,
	208: high, 209: high, 210: high, 211: high, 212: high, 213: high, 214: high, 215: high,
	216: high, 217: high, 218: high, 219: high, 220: high, 221: high, 222: high, 223: high,
	224: high, 225: high, 226: high, 227: high, 228: high, 229: high, 230: high, 231: high,
	232: high, 233: high, 234: high, 235: high, 236: high, 237: high, 238: high, 239: high,
	240: high, 241: high, 242: high, 243: high, 244: high, 245: high, 246: high, 247: high,
	248: high, 249: high, 250: high, 251: high, 252: high, 253: high, 254: high, 255: high,
}

// classAt is the class of the rune at text[i] and its width in bytes, 0 at
// the end of the text.
func classAt(text string, i int) (class, int) {
	if i >= len(text) {
		return space, 0
	}
	if c := byteClass[text[i]]; c != high {
		return c, 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return runeClass(r), n
}

// runeClass is the class of a rune outside ASCII. A byte of invalid UTF-8
// counts as a letter, since in practice it is one of another encoding.
func runeClass(r rune) class {
	switch {
	case r < 0xC0:
		return latin1Class(r)
	case r < 0x250:
		if r == '×' || r == '÷' {
			return symbol
		}
		if unicode.IsUpper(r) {
			return upper
		}
		return lower
	case r >= 0x2000 && r < 0x20D0:
		return punctuationClass(r)
	case r >= 0x300 && r < 0x370 && r != 0x34F: // combining marks
		return lower
	}
	return wideClass(r)
}

// latin1Class covers U+0080 to U+00BF. The C1 controls at the places of
// Windows-1252 quotes and dashes are taken for these.
func latin1Class(r rune) class {
	switch r {
	case 0x85, 0xA0:
		return space
	case 0x91, 0x92, 0x93, 0x94, '«', '»':
		return quote
	case 0x96, 0x97:
		return dash
	case 0xAD:
		return invisible
	case '¢', '£', '¤', '¥':
		return currency
	case 'ª', 'µ', 'º':
		return lower
	}
	if r < 0xA0 {
		return invisible
	}
	return symbol
}

// punctuationClass covers U+2000 to U+20CF.
func punctuationClass(r rune) class {
	switch {
	case r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F:
		return space
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return invisible
	case r == 0x2010, r == 0x2011, r == 0x2043:
		return hyphen
	case r <= 0x2015:
		return dash
	case r >= 0x2018 && r <= 0x201F, r >= 0x2032 && r <= 0x203A && r != 0x2038:
		return quote
	case r == '…', r == '‼', r >= 0x2047 && r <= 0x2049:
		return stop
	case r == 0x2045, r == 0x207D, r == 0x208D:
		return opener
	case r == 0x2046, r == 0x207E, r == 0x208E:
		return closer
	case r >= 0x20A0:
		return currency
	case r == 'ⁿ', r == 'ⁱ', r >= 0x2090 && r <= 0x209C:
		return lower
	}
	return symbol
}

// wideClass covers what the quick cases of runeClass leave.
func wideClass(r rune) class {
	switch {
	case r == utf8.RuneError:
		return lower
	case blankRune(r):
		return invisible
	case r == '。', r == '！', r == '？', r == '．', r == '｡':
		return stop
	case r == '，', r == '；', r == '：', r == '、':
		return comma
	case r == '＂', r == '＇', r >= '「' && r <= '』':
		return quote
	case r == '−':
		return dash
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return upper
	case unicode.IsLetter(r), unicode.IsMark(r):
		return lower
	case unicode.IsDigit(r):
		return digit
	case unicode.IsSpace(r):
		return space
	case unicode.Is(unicode.Ps, r):
		return opener
	case unicode.Is(unicode.Pe, r):
		return closer
	case unicode.Is(unicode.Sc, r):
		return currency
	case unicode.Is(unicode.Cf, r):
		return invisible
	}
	return symbol
}

// blankRune reports whether r looks like nothing although Unicode calls it a
// letter, a mark or a symbol.
func blankRune(r rune) bool {
	switch r {
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F, 0x2800, 0x3164, 0xFEFF, 0xFFA0:
		return true
	}
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0000 && r <= 0xE0FFF
}

// isWord reports whether c belongs to words and numbers.
func (c class) isWord() bool { return c >= lower && c <= digit }

// isLetter reports whether c belongs to words.
func (c class) isLetter() bool { return c == lower || c == upper }
