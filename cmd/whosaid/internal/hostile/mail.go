package hostile

import (
	"fmt"
	"strings"
)

// letter is a mail with fields and a body.
func letter(fields, body string) string {
	return "From: Ann Lee <lee@orbit.example>\nSubject: The yard\nMessage-ID: <1@orbit.example>\nMIME-Version: 1.0\n" + fields + "\n" + body
}

// Mails are families of mails. Each says Words first.
func Mails() []Family {
	parts := func(each string) func(int) string {
		return func(n int) string {
			return letter("Content-Type: multipart/mixed; boundary=x\n", "--x\n\n"+Words+"\n"+strings.Repeat(each, n/len(each)+1)+"--x--\n")
		}
	}
	text := func(fields, s string) func(int) string {
		return func(n int) string { return letter(fields, Words+"\n\n"+strings.Repeat(s, n/len(s)+1)) }
	}
	header := func(s string) func(int) string {
		return func(n int) string { return letter(strings.Repeat(s, n/len(s)+1), Words) }
	}
	const html, quoted = "Content-Type: text/html\n", "Content-Transfer-Encoding: quoted-printable\n"
	return []Family{
		{"many parts", parts("--x\n\nRain\n")},
		{"many headers of parts", parts("--x\n" + strings.Repeat("a: b\n", 50) + "\n")},
		{"nearly boundaries", parts("--xx\n--\n-\n")},
		{"nested parts", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, "--x%d\nContent-Type: multipart/mixed; boundary=x%d\n\n", i, i+1)
			}
			return letter("Content-Type: multipart/mixed; boundary=x0\n", "--x0\n\n"+Words+"\n"+b.String())
		}},
		{"mails in mails", func(n int) string {
			inner := strings.Repeat("Content-Type: message/rfc822\n\n", n/30+1)
			return letter("Content-Type: multipart/mixed; boundary=x\n", "--x\n\n"+Words+"\n--x\n"+inner)
		}},
		{"a long header", header("A: b\n")},
		{"a long field", func(n int) string { return letter("A: "+strings.Repeat("b", n)+"\n", Words) }},
		{"a folded field", func(n int) string { return letter("A: b\n"+strings.Repeat(" b\n", n/3+1), Words) }},
		{"encoded words", func(n int) string {
			return "Subject: " + strings.Repeat("=?utf-8?Q?Rain?= ", n/17+1) + "\nFrom: a\n\n" + Words
		}},
		{"senders", func(n int) string { return "From: " + strings.Repeat("a@b, ", n/5+1) + "a@b\n\n" + Words }},
		{"comments in senders", func(n int) string { return "From: " + strings.Repeat("(", n) + "\n\n" + Words }},
		{"quoted-printable", text(quoted, "=41=\n")},
		{"broken quoted-printable", text(quoted, "=4=\n")},
		{"one line", text("", "Rain fell. ")},
		{"flowed", text("Content-Type: text/plain; format=flowed\n", "Rain \n")},
		{"HTML", text(html, "<div><p>Rain")},
		{"NULs", text("", "\x00")},
	}
}

// Mailboxes are families of mailboxes. The last mail says that snow fell.
func Mailboxes() []Family {
	const from = "From a@b Thu Sep 24 10:00:00 2015\n"
	last := "\n\n" + from + letter("", "Snow fell.\n")
	rep := func(s string) func(int) string {
		return func(n int) string { return from + letter("", Words+"\n\n"+strings.Repeat(s, n/len(s)+1)) + last }
	}
	return []Family{
		{"empty mails", rep("From \n\n")},
		{"lines that begin no mail", rep("From \nFrom \n")},
		{"escaped lines", rep(">>>From \n")},
		{"marks", rep(">")},
		{"blank lines", rep("\n")},
		{"one long line", rep("Rain ")},
	}
}
