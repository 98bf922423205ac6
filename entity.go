package whosaid

// An EntityID numbers the entities of a Document from 1 in the order of their
// first mention. 0 means "none".
type EntityID int

// An EntityKind is the kind of thing that a name names.
type EntityKind string

// The kinds of entities.
const (
	EntityPerson       EntityKind = "person"
	EntityOrganization EntityKind = "organization" // companies, ministries, parties, teams, media, courts …
	EntityPlace        EntityKind = "place"        // countries, cities, regions, waters, buildings
	EntityGroup        EntityKind = "group"        // adjectives and peoples of nationality, creed, party: "Chinese", "Republicans"
	EntityProduct      EntityKind = "product"
	EntityEvent        EntityKind = "event"
	EntityWork         EntityKind = "work" // titles of books, films, songs, laws
)

// A Gender is what is known of a person's gender, for "he" and "she".
type Gender string

// The genders. The zero value is unknown.
const (
	GenderFemale Gender = "female"
	GenderMale   Gender = "male"
)

// A Number is how many people or bodies an entity without a name stands for.
type Number string

// The numbers.
const (
	NumberOne     Number = "one"     // "a forklift driver", "the company"
	NumberSeveral Number = "several" // "two officials", "his parents"
	NumberCrowd   Number = "crowd"   // "residents", "thousands of fans"
)

// An Entity is one person, organization, place … with all its mentions.
// Whatever has a name is one; so are people and bodies without a name that the
// text refers to at least twice or that say something.
type Entity struct {
	ID   EntityID   `json:"id"`
	Kind EntityKind `json:"kind"`
	// Name is the fullest form of the name in the text; "" if it has none.
	Name string `json:"name"`
	// Description is how the text introduces an entity without a name: "a
	// forklift driver", or, for several people that it names, "Ann Lee and Bo
	// Day".
	Description string `json:"description,omitempty"`
	// Number is how many people or bodies an entity without a name stands for.
	Number Number `json:"number,omitempty"`
	// Gender is that of a person as far as the text shows it, by pronouns, titles
	// and nouns ("she", "Mr.", "her husband"). Given names count only with
	// extract.WithGender.
	Gender Gender `json:"gender,omitempty"`
	// Aliases are the other forms in which the text names it, in the order
	// of their first use; at most 64.
	Aliases []string `json:"aliases,omitempty"`
	Roles   []Role   `json:"roles,omitempty"`
	// Mentions are indexes in Document.Mentions, ascending.
	Mentions []int `json:"mentions"`
}

// Called is what to call an entity: its Name, or else its Description.
func (e *Entity) Called() string {
	if e.Name != "" {
		return e.Name
	}
	return e.Description
}

// A Role is what the text says a person is: "vice president" of Aliyun.com.
type Role struct {
	// Span is where the text says it.
	Span
	Title string `json:"title"`
	// Org is the organization or place the role belongs to; 0 if the text names
	// none.
	Org EntityID `json:"org,omitempty"`
}

// A MentionForm says whether a mention is a name, a pronoun or a description.
type MentionForm string

// The forms of mentions.
const (
	MentionName    MentionForm = "name"    // "Xi Jinping", "Qihu"
	MentionPronoun MentionForm = "pronoun" // "he"
	MentionNominal MentionForm = "nominal" // "the spokesman", "the Chinese president"
)

// A Mention is one place where the text refers to an entity.
type Mention struct {
	Span
	Entity EntityID    `json:"entity"`
	Form   MentionForm `json:"form"`
	// Score is the calibrated probability in [0,1] that span, kind (for
	// names) and entity (for pronouns and nominals) are right.
	Score float64 `json:"score"`
}
