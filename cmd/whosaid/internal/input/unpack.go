package input

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/mikelolasagasti/xz"
)

// maxWindow is how far back a file packed with zstd may point, in bytes, which
// is what its decoder keeps. It is that of zstd --long.
const maxWindow = 128 << 20

// maxDictionary is the same for xz. It is that of xz -9.
const maxDictionary = 64 << 20

// packers are the ways to pack a file, by its first bytes.
var packers = []struct {
	magic  string
	unpack func(io.Reader) (io.Reader, func(), error)
}{
	{"\x1f\x8b", func(r io.Reader) (io.Reader, func(), error) {
		return &members{tape: tape{r: bufio.NewReaderSize(r, 64<<10)}}, func() {}, nil
	}},
	{"\x28\xb5\x2f\xfd", func(r io.Reader) (io.Reader, func(), error) {
		z, err := zstd.NewReader(r, zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, nil, err
		}
		return z, z.Close, nil
	}},
	{"BZh", func(r io.Reader) (io.Reader, func(), error) { return bzip2.NewReader(r), func() {}, nil }},
	{"\xfd7zXZ\x00", func(r io.Reader) (io.Reader, func(), error) {
		z, err := xz.NewReader(r, maxDictionary)
		return z, func() {}, err
	}},
}

// unpack unpacks r if it is packed. free gives back what that took.
func unpack(r io.Reader) (br *bufio.Reader, free func(), err error) {
	br = bufio.NewReaderSize(r, 64<<10)
	head, _ := br.Peek(10)
	for _, p := range packers {
		if !bytes.HasPrefix(head, []byte(p.magic)) || p.magic == "BZh" && !isBzip2(head) {
			continue
		}
		z, free, err := p.unpack(br)
		if err != nil {
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, 64<<10), free, nil
	}
	return br, func() {}, nil
}

// isBzip2 tells a packed file from a text that begins with "BZh".
func isBzip2(head []byte) bool {
	const block, end = "1AY&SY", "\x17\x72\x45\x38\x50\x90" // end is that of an empty file
	return len(head) > 9 && head[3] >= '1' && head[3] <= '9' && (string(head[4:10]) == block || string(head[4:10]) == end)
}
