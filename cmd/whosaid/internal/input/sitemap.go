package input

import (
	"bufio"
	"context"
	"errors"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/xmltext"
)

// The root elements of sitemaps.
const (
	sitemapRoot  = "urlset"
	sitemapIndex = "sitemapindex"
)

var (
	errNoPages      = errors.New("a sitemap, none of whose pages is among the files: name the folder that holds them")
	errSitemapIndex = errors.New("a sitemap of sitemaps, which is not read")
)

// A sitemap is what one said of the pages that are among the files.
type sitemap struct {
	pages int
	errs  []error // of its entries
}

// maxSitemapErrors bounds the errors of a sitemap that are told.
const maxSitemapErrors = 100

// localPages finds, for a sitemap, the files that are its pages.
type localPages struct {
	byPath map[string]string // files by their path below the sitemap's folder, without what ends it
	byBase map[string]string // by the last part of it alone; "" for several
}

// sitemaps reads the sitemaps among the files, and fills in s.origins. The pages
// are read when their turn comes.
func (s *Source) sitemaps(ctx context.Context) {
	s.origins, s.maps = map[string]Origin{}, map[string]*sitemap{}
	for _, name := range s.files {
		if byName(name) != "xml" || ctx.Err() != nil {
			continue
		}
		if m := s.sitemap(ctx, name); m != nil {
			s.maps[name] = m
		}
	}
}

// sitemap reads one, and returns nil for another file. What keeps it from being
// read is told when its turn comes.
func (s *Source) sitemap(ctx context.Context, name string) *sitemap {
	f, err := openRegular(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	d, err := s.opts.decode(f, name)
	if err != nil {
		return nil
	}
	defer d.close()
	head, _ := d.Peek(headSize)
	if xmltext.Root(trimSpace(head)) != sitemapRoot {
		return nil
	}
	m := &sitemap{}
	local := s.below(filepath.Dir(name))
	said := saidInside(head)
	scan := xmltext.NewScanner(bufio.NewReader(d), s.opts.limit(), func(string) []string { return []string{"url"} })
	for n := 1; ; n++ {
		e, err := scan.Next()
		if err == nil {
			e.XML = recordUTF8(e.XML, said)
			err = s.entry(ctx, e, scan.Spaces(), local, m)
		}
		switch {
		case err == nil:
		case errors.Is(err, xmltext.ErrUnended), errors.Is(err, xmltext.ErrTooLong), e.XML != nil:
			if len(m.errs) < maxSitemapErrors {
				m.errs = append(m.errs, &RecordError{Place{name, n}, err})
			}
		default: // the end, or what the reader of the file tells
			return m
		}
	}
}

// entry reads what a sitemap says of a page.
func (s *Source) entry(ctx context.Context, e xmltext.Element, spaces map[string]string, local *localPages, m *sitemap) error {
	n, err := xmltext.Parse(ctx, e, spaces)
	if err != nil {
		return err
	}
	address := n.First("loc").Words()
	u, err := url.Parse(address)
	if err != nil || u.Path == "" && u.RawQuery == "" {
		return nil // no page, or that at the top
	}
	file := local.find(u)
	if file == "" {
		return nil
	}
	o := Origin{URL: address, Title: n.First("news:news", "news:title").Words()}
	if day := n.First("news:news", "news:publication_date").Words(); day != "" {
		o.Published, o.Warning = ParseDate(day)
	}
	if _, there := s.origins[file]; !there {
		s.origins[file] = o
		m.pages++
	}
	return nil
}

// below lists the files below a folder that may be pages.
func (s *Source) below(dir string) *localPages {
	l := &localPages{map[string]string{}, map[string]string{}}
	for _, f := range s.files {
		rel, err := filepath.Rel(dir, f)
		if err != nil || strings.HasPrefix(rel, "..") || byName(f) == "xml" {
			continue
		}
		key := pageKey(filepath.ToSlash(rel))
		l.byPath[key] = f
		base := path.Base(key)
		if _, there := l.byBase[base]; there {
			f = ""
		}
		l.byBase[base] = f
	}
	return l
}

// pageKey is the path of a page without what may be saved differently: the end of
// its name, and "index".
func pageKey(p string) string {
	for _, packed := range packedExtensions {
		p = strings.TrimSuffix(p, packed)
	}
	for _, ext := range []string{".html", ".htm", ".xhtml", ".php", ".txt", ".md"} {
		p = strings.TrimSuffix(p, ext)
	}
	if path.Base(p) == "index" {
		p = path.Dir(p)
	}
	return strings.Trim(p, "/")
}

// find returns the file of a page: saved by its whole address, by its path, or by
// the last part of it if no other file has that name.
func (l *localPages) find(u *url.URL) string {
	p := u.Path
	if u.RawQuery != "" {
		p += "?" + u.RawQuery
	}
	key := pageKey(p)
	for _, k := range []string{u.Host + "/" + key, key} {
		if f := l.byPath[k]; f != "" {
			return f
		}
	}
	return l.byBase[path.Base(key)]
}
