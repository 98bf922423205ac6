package main

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/whosaid/whosaid/internal/model"
)

// modelVersion is a short name for the bytes of the models.
func modelVersion() string {
	h := sha256.New()
	for _, b := range [][]byte{model.Clusters, model.Lists, model.Case, model.Prose, model.Tags, model.NER, model.Coref, model.Quotes} {
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}
