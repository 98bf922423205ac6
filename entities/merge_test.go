package entities_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/entities"
)

// People without a name are not joined across documents.
func TestMergerTakesNames(t *testing.T) {
	t.Parallel()
	m, err := entities.NewMerger()
	require.NoError(t, err)
	for range 2 {
		d := read("A forklift driver told Ann Lee that the mill was lost.")
		require.Len(t, d.Entities, 2)
		m.Add(d)
		require.Len(t, d.Entities, 2)
	}
	found := m.Entities()
	require.Len(t, found, 1)
	require.Equal(t, "Ann Lee", found[0].Name)
	require.Equal(t, []entities.Ref{{Doc: 0, Entity: 2}, {Doc: 1, Entity: 2}}, found[0].Refs)
}
