package db

import (
	"slices"
	"time"

	"github.com/whosaid/whosaid"
)

// nearDays is how near to a full name, in days, a surname of the same outlet must
// stand to mean it.
const nearDays = 7

// appearance is a day on which an outlet has a person.
type appearance struct {
	day    int64
	person int
}

// nearby joins a surname by which several people are called to the one whom the
// same outlet called so in the same week, behind the full name, if it is only one.
func (j *joiner) nearby() error {
	full, alone := j.surnames()
	if len(alone) == 0 {
		return nil
	}
	seen, err := j.appearances(full)
	if err != nil {
		return err
	}
	type member struct{ doc, entity, person int }
	var moved []member
	rows, err := j.tx.Query("SELECT m.doc, m.entity, m.person, d.outlet, substr(d.published, 1, 10)" + dated + " ORDER BY m.doc, m.entity")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var m member
		var outlet, day string
		if err := rows.Scan(&m.doc, &m.entity, &m.person, &outlet, &day); err != nil {
			return err
		}
		surname, ok := alone[m.person]
		at := dayNumber(day)
		if !ok || at == 0 {
			continue
		}
		if m.person = only(seen[outlet+"\x00"+surname], at); m.person != 0 {
			moved = append(moved, m)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, m := range moved {
		if _, err := j.tx.Exec("UPDATE members SET person = ? WHERE doc = ? AND entity = ?", m.person, m.doc, m.entity); err != nil {
			return err
		}
	}
	return nil
}

const dated = ` FROM members m JOIN entities e ON e.doc = m.doc AND e.entity = m.entity
	JOIN people p ON p.person = m.person AND p.kind = 'person' JOIN documents d ON d.doc = m.doc
	WHERE d.outlet <> '' AND d.published <> ''`

// surnames are, by person, the surnames of those with a full name, and of those
// who are known by a surname alone that others have.
func (j *joiner) surnames() (full, alone map[int]string) {
	full, alone = map[int]string{}, map[int]string{}
	shared := map[string]bool{}
	for i, p := range j.people {
		last, whole := j.surname(p.Name)
		switch {
		case p.Kind != whosaid.EntityPerson || last == "":
		case whole:
			full[i] = last
			shared[last] = true
		default:
			alone[i] = last
		}
	}
	for i, s := range alone {
		if !shared[s] || j.parted(s) {
			delete(alone, i)
		}
	}
	return full, alone
}

// appearances are, by outlet and surname, the days on which those with full names
// were called by their surname alone too.
func (j *joiner) appearances(full map[int]string) (map[string][]appearance, error) {
	seen := map[string][]appearance{}
	rows, err := j.tx.Query("SELECT m.person, e.aliases, d.outlet, substr(d.published, 1, 10)" + dated + " ORDER BY 4, m.doc, m.entity")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var person int
		var aliases, outlet, day string
		if err := rows.Scan(&person, &aliases, &outlet, &day); err != nil {
			return nil, err
		}
		if surname, ok := full[person]; ok && j.calls(aliases, surname) {
			k := outlet + "\x00" + surname
			seen[k] = append(seen[k], appearance{dayNumber(day), person})
		}
	}
	return seen, rows.Err()
}

// only is the one person who appears near a day, or 0.
func only(list []appearance, day int64) int {
	i, _ := slices.BinarySearchFunc(list, day-nearDays, func(a appearance, d int64) int { return int(a.day - d) })
	person := 0
	for ; i < len(list) && list[i].day <= day+nearDays; i++ {
		switch {
		case person == 0:
			person = list[i].person
		case person != list[i].person:
			return 0
		}
	}
	return person
}

// dayNumber counts days; 0 is no day.
func dayNumber(s string) int64 {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0
	}
	return t.Unix() / 86400
}
