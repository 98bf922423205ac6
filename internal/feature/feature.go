// Package feature describes the words of a document once for all models: hashes
// of the word, its lower case, shape and affixes, its clusters, and the
// gazetteers that list it. Training and reading use the same code, so that they
// cannot drift apart.
package feature

import (
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/truecase"
)

// Resources are the tables that describe words. They are safe for concurrent
// use.
type Resources struct {
	Clusters *modelfile.Table // hash of the word in lower case → ValueBytes
	Lists    *modelfile.Table // hash of the phrase → ValueBytes
	Case     *truecase.Table
}

// ValueBytes is the size of an entry in the tables of clusters and of lists.
const ValueBytes = 3

// Open opens the tables of a set: Clusters, Lists and Case. Errors are of type
// *modelfile.DamageError.
func Open(s model.Set) (*Resources, error) {
	r := &Resources{}
	var err error
	if r.Clusters, err = OpenClusters(s.Clusters); err != nil {
		return nil, err
	}
	if r.Lists, err = openLists(s.Lists); err != nil {
		return nil, err
	}
	if r.Case, err = truecase.Open(s.Case); err != nil {
		return nil, err
	}
	return r, nil
}

// OpenClusters opens a table of clusters. All values are possible.
func OpenClusters(data []byte) (*modelfile.Table, error) {
	return modelfile.OpenTable(modelfile.Clusters, ValueBytes, data)
}
