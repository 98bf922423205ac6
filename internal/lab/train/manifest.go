package train

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// A Manifest says what the embedded models were made from.
type Manifest struct {
	Models []ModelEntry `json:"models"`
}

// A ModelEntry is one file of a Manifest. The program fills in Bytes and
// SHA256; people fill in the rest.
type ModelEntry struct {
	File    string   `json:"file"`
	What    string   `json:"what"`
	Command string   `json:"command"`
	Seed    int      `json:"seed"`
	Bytes   int      `json:"bytes"`
	SHA256  string   `json:"sha256"`
	Corpora []Corpus `json:"corpora"`
	// Scores are what the command in ScoresFrom printed.
	Scores     map[string]float64 `json:"scores,omitempty"`
	ScoresFrom string             `json:"scoresFrom,omitempty"`
}

// A Corpus is a source of a model.
type Corpus struct {
	Path    string `json:"path"` // under shared/data/train, or in the repository
	Licence string `json:"licence"`
}

// ReadManifest reads MANIFEST.json in dir.
func ReadManifest(dir string) (*Manifest, error) {
	b, err := os.ReadFile(filepath.Join(dir, "MANIFEST.json"))
	if err != nil {
		return nil, err
	}
	m := new(Manifest)
	if err := json.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("MANIFEST.json: %w", err)
	}
	return m, nil
}

// WriteModel writes a model to dir and its size and hash to MANIFEST.json, if
// dir has one that names it.
func WriteModel(dir, file string, model []byte) error {
	if err := os.WriteFile(filepath.Join(dir, file), model, 0o644); err != nil {
		return err
	}
	m, err := ReadManifest(dir)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	for i := range m.Models {
		if m.Models[i].File == file {
			m.Models[i].Bytes, m.Models[i].SHA256 = len(model), Hash(model)
		}
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "MANIFEST.json"), append(b, '\n'), 0o644)
}

// Hash is the SHA-256 of a model in hexadecimal digits.
func Hash(model []byte) string {
	sum := sha256.Sum256(model)
	return hex.EncodeToString(sum[:])
}
