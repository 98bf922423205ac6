package input

import (
	"encoding/base64"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const newsletter = "Received: from a by b;\r\n\tThu, 24 Sep 2015 10:00:01 +0000\r\n" +
	"From: =?iso-8859-1?Q?Zo=EB_Lee?= <lee@zork.example>\r\nTo: news@zork.example\r\nSubject: =?utf-8?B?TWF5b3Ig4oCccmVhZHnigJ0=?=\r\n to go\r\n" +
	"Date: Thu, 24 Sep 2015 10:00 +0200 (CEST)\r\nMessage-ID: <1@zork.example>\r\nArchived-At: <https://zork.example/1>\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/mixed; boundary=\"a\"\r\n\r\nThis is a mail with parts.\r\n" +
	"--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n" +
	"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nRead it on the web.\r\n" +
	"--b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
	"<html><head><style>p{}</style></head><body><table><tr><td><p>=93We won=92t go,=94 said Zo=EB =\r\nLee.</p></td></tr></table><p>He left.</p></body></html>\r\n" +
	"--b--\r\n" +
	"--a\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n" +
	"--a\r\nContent-Type: text/plain; format=flowed\r\n\r\nRain fell on the town. \r\nIt rose.\r\n--a--\r\n"

const release = "From: Orbit Labs\nDate: Thu, 24 Sep 2015 10:00:00 GMT\nSubject: Orbit will not be sold\nMessage-ID: <2@orbit.example>\n\n" +
	"“We will not sell the company to anybody at all,” said Ann\nLee, the chief executive of Orbit Labs.\n\nContact:\nBob Ray\n"

func TestMail(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.eml": newsletter, "b": newsletter, "c.eml": release, "d.txt.eml": "From nobody Thu Sep 24\n" + release})
	for _, name := range []string{"a.eml", "b"} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Empty(t, errs)
		require.Equal(t, []string{"1@zork.example", "https://zork.example/1", "Mayor “ready” to go", "Zoë Lee", "", "2015-09-24"}, known(list[0]))
		require.Equal(t, "Mayor “ready” to go\n\n“We won’t go,” said Zoë Lee.\n\nHe left.\n\nRain fell on the town. It rose.", list[0].Text)
		require.Empty(t, list[0].Warnings)
	}
	for _, name := range []string{"c.eml", "d.txt.eml"} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Empty(t, errs)
		require.Equal(t, []string{"2@orbit.example", "", "Orbit will not be sold", "Orbit Labs", "", "2015-09-24"}, known(list[0]))
		require.Equal(t, "Orbit will not be sold\n\n“We will not sell the company to anybody at all,” said Ann Lee, the chief executive of Orbit Labs.\n\nContact:\n\nBob Ray", list[0].Text)
	}
}

// TestPartsOfMails: what the text is of mails of many kinds.
func TestPartsOfMails(t *testing.T) {
	t.Parallel()
	const head = "From: a@b.c\nSubject: S\nMIME-Version: 1.0\n"
	packed := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("“Rain fell.”\n", 10)))
	for name, c := range map[string]struct{ mail, want, warning string }{
		"base64":     {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\n" + packed[:76] + "\n" + packed[76:], strings.Repeat("“Rain fell.”\n\n", 10), ""},
		"cut":        {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + packed[:75], "“Rain fell.”\n\n“Rain fell.”\n\n“Rain fell.”\n\n“", "the mail is damaged: "},
		"latin":      {"Content-Type: text/plain; charset=iso-8859-1\n\nZo\xeb fell.", "Zoë fell.", ""},
		"no charset": {"\nZo\xeb “fell”.", "Zo\xeb", ""},
		"japanese":   {"Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B1+\x1b(B", "雨", ""},
		"pictures":   {"Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nRain fell.\n--x\nContent-Type: text/html\n\n<img src=a>\n--x--", "Rain fell.", ""},
		"related":    {"Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nNo.\n--x\nContent-Type: multipart/related; boundary=y\n\n--y\nContent-Type: text/html\n\n<p>Rain fell.\n--y\nContent-Type: image/png\n\nx\n--y--\n--x--", "Rain fell.", ""},
		"forwarded":  {"Content-Type: message/rfc822\n\nSubject: T\nContent-Type: text/plain\n\nRain fell.", "Rain fell.", ""},
		"no end":     {"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nRain fell.", "Rain fell.", "the mail is damaged: unexpected EOF"},
		"no type":    {"Content-Type: ?\n\nRain fell.", "Rain fell.", ""},
		"delsp":      {"Content-Type: text/plain; format=flowed; delsp=yes\n\nRain fe \nll.", "Rain fell.", ""},
	} {
		a, err := (&Options{}).Parse(t.Context(), "eml", []byte(head+c.mail), Origin{})
		require.NoError(t, err, name)
		if name == "no charset" { // most of it is UTF-8
			c.want = "Zoë “fell”."
		}
		require.Equal(t, "S\n\n"+strings.TrimSpace(c.want), strings.TrimRight(a.Text, "\ufffd"), name)
		require.Len(t, a.Warnings, min(len(c.warning), 1), name)
		if c.warning != "" {
			require.Contains(t, a.Warnings[0].Error(), c.warning, name)
		}
	}
	deep := strings.Repeat("Content-Type: message/rfc822\n\n", 20)
	for name, c := range map[string]struct{ mail, want string }{
		"pdf":      {head + "Content-Type: application/pdf\n\nx", "no text in the mail, but application/pdf"},
		"nothing":  {head + "\n\n", "no text in the mail, but nothing"},
		"image":    {head + "Content-Type: text/html\n\n<img src=a>", "no text in the mail but pictures"},
		"none":     {"Rain fell.\n", "not a mail: "},
		"boundary": {head + "Content-Type: multipart/mixed\n\nx", "the mail is damaged: parts without a boundary"},
		"deep":     {head + deep + "\nx", "more than 10 deep"},
		"many":     {head + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\n\n", 2000), "more than 1000 parts"},
	} {
		_, err := (&Options{}).Parse(t.Context(), "eml", []byte(c.mail), Origin{})
		require.ErrorContains(t, err, c.want, name)
	}
	a, err := (&Options{Encoding: "macintosh"}).Parse(t.Context(), "eml", []byte(head+"\nZo\x91 fell."), Origin{})
	require.NoError(t, err)
	require.Equal(t, "S\n\nZoë fell.", a.Text)
}

func TestMailbox(t *testing.T) {
	t.Parallel()
	box := "From a@b Thu Sep 24 10:00:00 2015\n" + release + ">From here on it rained.\n\nFrom b@c Thu Sep 24 10:00:00 2015\r\n" + newsletter +
		"\nFrom c@d Thu Sep 24 10:00:00 2015\nno header\n\nFrom d@e Thu Sep 24 10:00:00 2015\n" + strings.Replace(release, "not", strings.Repeat("not ", 2000), 1) +
		"\nFrom e@f Thu Sep 24 10:00:00 2015\n" + release + "From the start."
	dir := put(t, map[string]string{"a.mbox": box, "b": box})
	for _, name := range []string{"a.mbox", "b"} {
		list, errs := all(t, Options{MaxRecord: 4000}, filepath.Join(dir, name))
		require.Len(t, errs, 2)
		require.Contains(t, errs[0], name+":3: not a mail: ")
		require.Contains(t, errs[1], name+":4: the record is too long")
		require.Len(t, list, 3)
		require.Contains(t, list[0].Text, "Bob Ray\n\nFrom here on it rained.")
		require.Contains(t, list[1].Text, "Rain fell on the town.")
		require.Contains(t, list[2].Text, "Bob Ray\n\nFrom the start.", "only behind a blank line")
		require.Equal(t, 5, list[2].Place.Line)
	}
	_, errs := records(t, Options{Format: "mbox"}, []byte("Rain."))
	require.Len(t, errs, 1)
	require.ErrorIs(t, errs[0], errNoMailbox)
}

func TestATextIsNoMail(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		release: true, newsletter: true, "From: Ann Lee\nSubject: Rain\n\nRain fell.": false, "Received: x\nRain fell": false,
		"From here on it rained.\n": false, "From: a\nTo: b\nReceived: c\n d\n\n": true, "From: a\nTo: b\nMIME-Ver": false, "": false,
	} {
		require.Equal(t, want, isMail([]byte(s)), s)
	}
}
