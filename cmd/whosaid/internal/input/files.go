package input

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// What is passed over in folders, where only files are read.
var (
	errNoFile     = errors.New("not a regular file: it is read when it is named itself")
	errLinkFolder = errors.New("a link to a folder, which is not followed: name it itself")
)

// add adds files, each once by whatever names it goes. there are the regular files
// that were added before.
func (s *Source) add(files []string, there map[record.Hash]bool) {
	for _, f := range files {
		if s.named(f) {
			continue
		}
		h := whole(f)
		s.whole[f] = h
		if h == (record.Hash{}) || !there[h] {
			s.files = append(s.files, f)
		}
		there[h] = true
	}
}

// named reports whether a file was added by that name.
func (s *Source) named(file string) bool {
	_, there := s.whole[file]
	return there
}

// whole stands for a regular file by any of its names, zero for what is none or is
// not there.
func whole(name string) record.Hash {
	st, err := os.Stat(name)
	if name == "-" || err != nil || !st.Mode().IsRegular() {
		return record.Hash{}
	}
	real, err := filepath.Abs(name)
	if err != nil {
		real = name
	}
	if r, err := filepath.EvalSymlinks(real); err == nil {
		real = r
	}
	return record.Sum("file", real)
}

// expand lists the files that an argument names.
func (s *Source) expand(arg string) ([]string, error) {
	if arg == "-" {
		return []string{"-"}, nil
	}
	given := arg
	arg = filepath.Clean(arg)
	st, err := os.Stat(arg)
	switch {
	case err == nil && st.IsDir():
		return s.walk(arg)
	case err == nil:
		return []string{arg}, nil
	case strings.ContainsAny(arg, "*?["):
		files, perr := filepath.Glob(arg)
		if !strings.HasPrefix(filepath.Base(arg), ".") {
			files = slices.DeleteFunc(files, func(f string) bool { return strings.HasPrefix(filepath.Base(f), ".") })
		}
		if perr != nil || len(files) == 0 {
			return nil, fmt.Errorf("%s: no file has such a name", arg)
		}
		return files, nil
	}
	if isAddress(given) {
		return nil, fmt.Errorf("%s is an address: nothing is fetched, but curl -sL ADDRESS | whosaid extract reads a page", given)
	}
	return []string{arg}, nil // the error comes when it is opened, and the rest goes on
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// walk lists the files of a known kind below dir. What begins with a dot is
// left out, and so is XML that holds no news, as settings do, and what the tool has
// written itself. What cannot be read is noted, and the rest goes on.
func (s *Source) walk(dir string) ([]string, error) {
	var files []string
	passed := len(s.passed)
	err := filepath.WalkDir(filepath.Clean(dir)+string(filepath.Separator), func(path string, e fs.DirEntry, err error) error {
		path = filepath.Clean(path)
		switch {
		case err != nil:
			s.passed = append(s.passed, &RecordError{Place{File: path}, err})
			return nil
		case path != dir && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case path != dir && isOutput(path):
			if e.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case e.IsDir():
			return nil
		}
		switch err := s.readable(path, e); {
		case err != nil && !s.named(path):
			s.passed = append(s.passed, &RecordError{Place{File: path}, err})
		case err == nil && s.wanted(path):
			files = append(files, path)
		}
		return nil
	})
	if err == nil && len(files) == 0 && len(s.passed) == passed {
		err = fmt.Errorf("%s: no file of a kind that can be read", dir)
	}
	return files, err
}

// isOutput reports whether a file or folder is one that the tool has written: a page
// of view, or what a journal of extract stands beside.
func isOutput(path string) bool {
	if strings.HasSuffix(path, PageExt) {
		return true
	}
	f, err := openRegular(path + record.JournalExt)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 256)
	n, _ := io.ReadFull(f, head)
	return record.IsJournal(head[:n])
}

// PageExt is how the names of pages end that view writes.
const PageExt = ".whosaid.html"

// readable says why what stands in a folder is not read though its name is that of
// an article, or may be that of a folder of them.
func (s *Source) readable(path string, e fs.DirEntry) error {
	kind := byName(path)
	if e.Type()&fs.ModeSymlink == 0 {
		if kind != "" && !e.Type().IsRegular() {
			return errNoFile
		}
		return nil
	}
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		return errLinkFolder
	case kind == "":
		return nil
	case err == nil && !st.Mode().IsRegular():
		return errNoFile
	}
	return err
}

// wanted reports whether a file is one of a kind that can be read.
func (s *Source) wanted(path string) bool {
	kind := byName(path)
	return kind != "" && (kind != "xml" || s.opts.isNewsXML(path))
}
