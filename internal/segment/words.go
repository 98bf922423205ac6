package segment

// starter reports whether s, capitalized, is a common word which seldom
// belongs to a name, so that its capital shows the start of a sentence.
func starter(s string) bool {
	if strictStarter(s) {
		return true
	}
	switch s {
	case "A", "About", "Above", "Across", "Against", "All", "Along", "Also", "Although", "Am", "Among", "An", "Another", "Any",
		"Anyone", "Anything", "Anyway", "Apart", "Are", "Around", "Aside", "Because", "Before", "Behind", "Being", "Below",
		"Besides", "Between", "Beyond", "Both", "By", "Can", "Certainly", "Could", "Currently", "Despite", "Did", "Do", "Does",
		"Due", "During", "Each", "Earlier", "Either", "Even", "Eventually", "Ever", "Every", "Everyone", "Everything",
		"Except", "Few", "Finally", "First", "Following", "For", "Fortunately", "From", "Further", "Furthermore", "Get", "Go",
		"Had", "Has", "Have", "Hello", "Here", "Hi", "Hopefully", "Indeed", "Initially", "Inside", "Instead", "Into", "Is",
		"Just", "Last", "Lastly", "Later", "Lately", "Less", "Let", "Like", "Look", "Many", "Maybe", "Meanwhile", "Millions",
		"More", "Moreover", "Most", "Much", "Near", "Nearly", "Neither", "Never", "Nevertheless", "Next", "No", "Nobody", "None",
		"Nonetheless", "Nor", "Not", "Nothing", "Now", "Obviously", "Of", "Often", "Oh", "Ok", "Okay", "On", "Once", "One",
		"Only", "Or", "Other", "Others", "Otherwise", "Out", "Outside", "Over", "Overall", "People", "Perhaps", "Please",
		"Previously", "Prior", "Rather", "Recently", "Regardless", "Sadly", "Say", "Second", "See", "Several", "Shall", "Should",
		"Similarly", "Simply", "So", "Some", "Somebody", "Someone", "Something", "Sometimes", "Soon", "Still", "Such", "Sure",
		"Thank", "Thanks", "Then", "Therefore", "Thus", "To", "Today", "Together", "Tomorrow", "Too", "Toward", "Towards", "Two",
		"Under", "Unfortunately", "Unlike", "Until", "Up", "Upon", "Usually", "Very", "Was", "Well", "Were", "Whatever",
		"Whether", "Which", "Who", "Whoever", "Whose", "Will", "Within", "Without", "Would", "Yeah", "Yes", "Yesterday", "Yet":
		return true
	}
	return false
}

// strictStarter reports whether s is one of the starters that hardly ever
// belong to a name.
func strictStarter(s string) bool {
	switch s {
	case "After", "And", "As", "At", "But", "He", "Her", "His", "How", "However", "I", "If", "In", "It", "Its", "My", "Our",
		"She", "Since", "That", "The", "Their", "There", "These", "They", "This", "Those", "Though", "Through", "Throughout",
		"We", "What", "When", "Where", "While", "Why", "With", "You", "Your":
		return true
	}
	return false
}

// preposition reports whether s begins a phrase that is no sentence.
func preposition(s string) bool {
	switch s {
	case "At", "By", "In", "On", "From", "Since", "Until", "After", "Before", "Around", "About", "Near", "To":
		return true
	}
	return false
}

// zone reports whether s, after "p.m.", belongs to the time.
func zone(s string) bool {
	switch s {
	case "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "GMT", "UTC", "BST", "CET", "CEST",
		"IST", "JST", "AEST", "Eastern", "Central", "Mountain", "Pacific", "Beijing", "Moscow", "London", "Greenwich", "Local",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thurs.", "Fri.", "Sat.", "Sun.",
		"Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.":
		return true
	}
	return false
}

// officer reports whether s, after "Inc.", is somebody of the company.
func officer(s string) bool {
	switch s {
	case "Chief", "Chairman", "Chairwoman", "Chair", "President", "CEO", "CFO", "COO", "CTO", "Vice", "Director", "Executive",
		"Managing", "Senior", "Spokesman", "Spokeswoman", "Spokesperson", "Founder", "Co-founder", "Treasurer", "Secretary",
		"KG", "LLC", "LP", "Analyst", "Economist", "Engineer", "Attorney", "Deputy", "General", "Head", "Partner", "Owner":
		return true
	}
	return false
}

// continues reports whether s, in lower case after "!" or "?", goes on with
// the sentence, after a name more often than after another word: "She works at
// Yahoo! in Dublin".
func continues(s string, name bool) bool {
	switch s {
	case "in", "of", "at", "for", "on", "with", "by", "from", "as", "that", "which", "to", "than", "into":
		return true
	case "and", "or", "is", "was", "are", "were", "has", "had", "who", "will", "would":
		return name
	}
	return false
}

// speechVerb reports whether s is a verb that attributes quotations.
func speechVerb(s string) bool {
	switch s {
	case "said", "says", "say", "asked", "asks", "added", "adds", "replied", "replies", "told", "wrote", "writes", "cried",
		"yelled", "shouted", "whispered", "exclaimed", "answered", "thought", "wondered", "continued", "explained", "called",
		"muttered", "murmured", "screamed", "laughed", "joked", "quipped", "insisted", "argued", "noted", "remarked",
		"responded", "demanded", "inquired", "sighed", "snapped", "chanted", "tweeted", "declared", "announced", "recalled",
		"complained", "concluded", "suggested", "repeated", "interrupted", "warned", "admitted", "observed", "protested":
		return true
	}
	return false
}
