package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWordsAreSound(t *testing.T) {
	t.Parallel()
	m, err := words()
	require.NoError(t, err)
	counts := map[string]int{}
	for _, set := range m {
		for i, l := range languages {
			counts[l] += int(set >> i & 1)
		}
	}
	require.Equal(t, map[string]int{
		"catalan": 56, "croatian": 55, "czech": 60, "danish": 65, "dutch": 70, "english": 79, "finnish": 46, "french": 57,
		"german": 82, "hungarian": 43, "indonesian": 49, "italian": 72, "norwegian": 64, "polish": 72, "portuguese": 64, "romanian": 57,
		"spanish": 73, "swahili": 44, "swedish": 65, "tagalog": 39, "turkish": 48, "vietnamese": 51,
	}, counts, "no word is lost")
	require.Less(t, len(languages), 32, "the bits of a set")
}

func TestGuess(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ want, text string }{
		{"", ""},
		{"", "Rain fell."},
		{"", "“We will not sell,” said Zoë Lee, chief executive of Orbit Labs, on Tuesday."},
		{"", "“Je ne vais pas vendre,” said Zoë Lee, who is the head of Orbit Labs in Lyon, and then she left the room with her lawyers."},
		{"", "LUND 2, LIMA 1\nZORK 0, BERLIN 3"},
		{"", "RESULTS OF THE DAY\n" + strings.Repeat("Lund 2 Lima 1 Zork 0 Berlin 3 and ", 30)},
		{"German", "„Wir werden die Werft nicht verkaufen“, sagte Anna Lee, die Chefin der Firma, am Dienstag in Berlin."},
		{"French", "« Nous ne vendrons pas l'usine », a dit Anne Lee, la présidente de la société, mardi à Lyon."},
		{"Spanish", "«No vamos a vender la fábrica», dijo Ana Lee, la presidenta de la empresa, el martes en Lima."},
		{"Portuguese", "“Não vamos vender a fábrica”, disse Ana Lee, a presidente da empresa, na terça-feira em Lisboa. Ela não quis dizer mais."},
		{"Italian", "«Non venderemo la fabbrica», ha detto Anna Lee, la presidente della società, martedì a Roma, dopo una riunione con i sindacati."},
		{"Dutch", "“Wij zullen de werf niet verkopen”, zei Anna Lee, de baas van het bedrijf, dinsdag in Gent."},
		{"Swedish", "”Vi ska inte sälja varvet”, sade Anna Lee, som är chef för företaget, på tisdagen i Lund."},
		{"Polish", "„Nie sprzedamy stoczni”, powiedziała Anna Lee, która jest szefową firmy, we wtorek w Gdańsku. Nie chciała mówić o tym, co będzie po wyborach."},
		{"Turkish", "“Tersaneyi satmayacağız” dedi Anna Lee, bu şirketin başkanı, salı günü. Ancak daha sonra bir soru için yanıt ve bilgi verilmedi."},
		{"Japanese", "「会社を売るつもりはありません」とリーさんは火曜日にベルリンで語った。"},
		{"Chinese or Japanese", "李女士星期二在柏林說：「我們不會出售公司。」"},
		{"a language in Cyrillic letters", "«Мы не продадим верфь», — сказала во вторник в Берлине Анна Ли, глава Orbit Labs."},
		{"a language in Arabic letters", "قالت آنا لي يوم الثلاثاء في برلين إنها لن تبيع الشركة"},
		{"Greek", "«Δεν θα πουλήσουμε την εταιρεία», είπε η Άννα Λι."},
		{Other, "აღარ გავყიდით კომპანიას, თქვა ანა ლიმ სამშაბათს"},
		{Other, strings.Repeat("Pagh Qapla’ tlhInganpu’ jaj vIlegh ", 30)},
		{"", "The name is written Анна Ли in Russian, and she is the head of the firm."},
		{"", strings.Repeat("a", 1000)},
		{"", "\xff\xfe\x00"},
	} {
		require.Equal(t, c.want, Guess(c.text), c.text)
	}
	require.Equal(t, "German", Guess(strings.Repeat("Der Bürgermeister hat gesagt, dass es nicht geht. ", 10_000)))
}

// TestAMark splits no letter: accents may stand apart.
func TestAMark(t *testing.T) {
	t.Parallel()
	tally := count("é e\u0301t it’s")
	require.Equal(t, 4, tally.words)
}

func FuzzGuess(f *testing.F) {
	f.Add("Rain fell.")
	f.Add("« Nous ne vendrons pas l'usine », a dit Anne Lee")
	f.Fuzz(func(t *testing.T, s string) {
		require.Equal(t, Guess(s), Guess(s))
		require.Empty(t, Guess(strings.Repeat("this is the text of it and that was what they said ", 2000)+s), "what stands far down")
	})
}
