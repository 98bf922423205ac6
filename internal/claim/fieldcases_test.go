package claim_test

var fieldCases = []struct {
	text string
	want []string
}{
	{"Orbit Labs sold 12 boats in May 2014.", []string{
		"narrator | quantity | Orbit Labs sold 12 boats in May 2014 | past: Orbit Labs sold (sell) | 12 = 12 boats",
	}},
	{"Orbit Labs will sell at least 20 boats next year.", []string{
		"narrator | prediction | Orbit Labs will sell at least 20 boats next year | future: Orbit Labs will sell (sell) | 20 = atLeast 20 boats",
	}},
	{"Orbit Labs had sold fewer than 20 boats in Oslo.", []string{
		"narrator | quantity | Orbit Labs had sold fewer than 20 boats in Oslo | past: Orbit Labs had sold (sell) | 20 = lessThan 20 boats",
	}},
	{"The mill in Salford cost $5 million.", []string{
		"narrator | quantity | The mill in Salford cost $5 million | past: The mill in Salford cost (cost) | $5 million = 5e+06 USD",
	}},
	{"Two thirds of the voters in Oslo stayed at home.", []string{
		"narrator | quantity | Two thirds of the voters in Oslo stayed at home | past: Two thirds of the voters in Oslo stayed (stay) | Two thirds = 0.6666666666666666 voters",
	}},
	{"A dozen guards left Oslo.", []string{
		"narrator | quantity | A dozen guards left Oslo | past: A dozen guards left (leave) | A dozen = 12 guards",
	}},
	{"Prices in Oslo rose 3.5 percent in May.", []string{
		"narrator | comparison | Prices in Oslo rose 3.5 percent in May | past: Prices in Oslo rose (rise) | 3.5 percent = 3.5 percent",
	}},
	{"Prices in Oslo fell from 12 percent to 9 percent in May.", []string{
		"narrator | quantity | Prices in Oslo fell from 12 percent to 9 percent in May | past: Prices in Oslo fell (fall) | 12 percent = 12 percent | 9 percent = 9 percent",
	}},
	{"Orbit Labs hired 300 people or more in Oslo.", []string{
		"narrator | quantity | Orbit Labs hired 300 people or more in Oslo | past: Orbit Labs hired (hire) | 300 = atLeast 300 people",
	}},
	{"Orbit Labs pays its workers 20 dollars an hour.", []string{
		"narrator | quantity | Orbit Labs pays its workers 20 dollars an hour | present: Orbit Labs pays (pay) | 20 dollars = 20 USD",
	}},
	{"One in three voters in Oslo stayed at home.", []string{
		"narrator | quantity | One in three voters in Oslo stayed at home | past: One in three voters in Oslo stayed (stay) | One in three = 0.3333333333333333 voters",
	}},
	{"Karim Aziz is 1.9 metres tall.", []string{
		"narrator | quantity | Karim Aziz is 1.9 metres tall | present: Karim Aziz is (be) | 1.9 = 1.9 metres",
	}},
	{"Oslo won 3-2 against Bergen.", []string{
		"narrator | event | Oslo won 3-2 against Bergen | past: Oslo won (win)",
	}},
	{"The vote in the Senate was 52-48.", []string{
		"narrator | state | The vote in the Senate was 52-48 | past: The vote in the Senate was (be)",
	}},
	{"Category 5 storm Ida hit Mobile on Monday.", []string{
		"narrator | event | Category 5 storm Ida hit Mobile on Monday | past: Category 5 storm Ida hit (hit)",
	}},
	{"The city of Oslo has 700,000 people.", []string{
		"narrator | quantity | The city of Oslo has 700,000 people | present: The city of Oslo has (have) | 700,000 = 700000 people",
	}},
	{"Twenty-one ships sank near Malta in 1990.", []string{
		"narrator | quantity | Twenty-one ships sank near Malta in 1990 | past: Twenty-one ships sank (sink) | Twenty-one = 21 ships",
	}},
	{"Profit at Orbit Labs rose to £2bn in May.", []string{
		"narrator | quantity | Profit at Orbit Labs rose to £2bn in May | past: Profit at Orbit Labs rose (rise) | £2bn = 2e+09 GBP",
	}},
	{"Orbit Labs is the largest bank in Norway.", []string{
		"narrator | comparison | Orbit Labs is the largest bank in Norway | present: Orbit Labs is (be)",
	}},
	{"Bergen is smaller than Oslo.", []string{
		"narrator | comparison | Bergen is smaller than Oslo | present: Bergen is (be)",
	}},
	{"Bergen is as large as Oslo.", []string{
		"narrator | state | Bergen is as large as Oslo | present: Bergen is (be)",
	}},
	{"Sales at Orbit Labs exceeded those of Zenith.", []string{
		"narrator | comparison | Sales at Orbit Labs exceeded those of Zenith | past: Sales at Orbit Labs exceeded (exceed)",
	}},
	{"The strike in Oslo was due to low wages.", []string{
		"narrator | causal | The strike in Oslo was due to low wages | past: The strike in Oslo was (be)",
	}},
	{"The fire in Oslo killed Karim Aziz.", []string{
		"narrator | event | The fire in Oslo killed Karim Aziz | past: The fire in Oslo killed (kill)",
	}},
	{"Because of the storm, the port of Oslo closed.", []string{
		"narrator | causal | Because of the storm, the port of Oslo closed | past: the port of Oslo closed (close)",
	}},
	{"The storm forced the port of Oslo to close.", []string{
		"narrator | event | The storm forced the port of Oslo to close | past: The storm forced (force)",
	}},
	{"Drivers in Norway must wear seat belts.", []string{
		"narrator | rule | Drivers in Norway must wear seat belts | present: Drivers in Norway must wear (wear)",
	}},
	{"It is illegal to smoke in bars in Norway.", []string{
		"narrator | rule | It is illegal to smoke in bars in Norway | present: It is (be)",
	}},
	{"The mill in Salford was closed by Orbit Labs.", []string{
		"narrator | event | The mill in Salford was closed by Orbit Labs | past: The mill in Salford was closed (close)",
	}},
	{"The mill in Salford never closed.", []string{
		"narrator | event negated | The mill in Salford never closed | past: The mill in Salford closed (close)",
	}},
	{"Nobody in Oslo knew Karim Aziz.", []string{
		"narrator | state negated | Nobody in Oslo knew Karim Aziz | past: Nobody in Oslo knew (know)",
	}},
	{"Few in Oslo knew Karim Aziz.", []string{
		"narrator | state | Few in Oslo knew Karim Aziz | past: Few in Oslo knew (know)",
	}},
	{"Karim Aziz owns a mill in Salford.", []string{
		"narrator | state | Karim Aziz owns a mill in Salford | present: Karim Aziz owns (own)",
	}},
	{"Karim Aziz owned a mill in Salford.", []string{
		"narrator | state | Karim Aziz owned a mill in Salford | past: Karim Aziz owned (own)",
	}},
	{"There are two mills in Salford.", []string{
		"narrator | state | There are two mills in Salford | present: There are (be) | two = 2 mills",
	}},
	{"There was no mill in Salford.", []string{
		"narrator | state negated | There was no mill in Salford | past: There was (be)",
	}},
	{"“I feel sad about Salford,” said Nina Berg.", []string{
		"Nina Berg | experience | I feel sad about Salford | present: I feel (feel)",
	}},
	{"Nina Berg believes that the mill in Salford will close.", []string{
		"Nina Berg | prediction | the mill in Salford will close | future: the mill in Salford will close (close)",
	}},
	{"Nina Berg knew that the mill in Salford had closed.", []string{
		"Nina Berg | event | the mill in Salford had closed | past: the mill in Salford had closed (close)",
	}},
	{"The mill in Salford closed in May and the workers left.", []string{
		"narrator | event | The mill in Salford closed in May | past: The mill in Salford closed (close)",
		"narrator | event | the workers left | past: the workers left (leave)",
	}},
	{"The mill in Salford closed in May, but the workers stayed.", []string{
		"narrator | event | The mill in Salford closed in May | past: The mill in Salford closed (close)",
		"narrator | event | the workers stayed | past: the workers stayed (stay)",
	}},
	{"Although the mill in Salford closed, the workers stayed.", []string{
		"narrator | event | Although the mill in Salford closed, the workers stayed | past: the workers stayed (stay)",
	}},
	{"When the mill in Salford closed, the workers left.", []string{
		"narrator | event | When the mill in Salford closed, the workers left | past: the workers left (leave)",
	}},
	{"After closing its mill in Salford, Orbit Labs left Norway.", []string{
		"narrator | event | After closing its mill in Salford, Orbit Labs left Norway | past: Orbit Labs left (leave)",
	}},
	{"Orbit Labs closed its mill in Salford, leaving 300 people without work.", []string{
		"narrator | event | Orbit Labs closed its mill in Salford, leaving 300 people without work | past: Orbit Labs closed (close) | 300 = 300 people",
	}},
	{"Orbit Labs, a maker of toys, was founded in 1990.", []string{
		"narrator | event | Orbit Labs, a maker of toys, was founded in 1990 | past: Orbit Labs, a maker of toys was founded (found)",
	}},
	{"Karim Aziz died on Monday in Oslo at the age of 71.", []string{
		"narrator | event | Karim Aziz died on Monday in Oslo at the age of 71 | past: Karim Aziz died (die)",
	}},
	{"Nina Berg said that “the mill in Salford is safe.”", []string{
		"Nina Berg | state | the mill in Salford is safe | present: the mill in Salford is (be)",
	}},
	{"Police in Oslo arrested Karim Aziz on Monday, officials said.", []string{
		"~officials | event | Police in Oslo arrested Karim Aziz on Monday | past: Police in Oslo arrested (arrest)",
	}},
	{"Police in Oslo are looking for Karim Aziz.", []string{
		"narrator | event | Police in Oslo are looking for Karim Aziz | present: Police in Oslo are looking (look)",
	}},
	{"Orbit Labs agreed to pay $3 million to Karim Aziz.", []string{
		"narrator | event | Orbit Labs agreed to pay $3 million to Karim Aziz | past: Orbit Labs agreed (agree) | $3 million = 3e+06 USD",
	}},
	{"Orbit Labs refused to pay Karim Aziz.", []string{
		"narrator | event | Orbit Labs refused to pay Karim Aziz | past: Orbit Labs refused (refuse)",
	}},
	{"The report by Orbit Labs shows that the mill in Salford lost money.", []string{
		"Orbit Labs | event | the mill in Salford lost money | past: the mill in Salford lost (lose)",
	}},
	{"Figures from Orbit Labs show sales fell by 3 percent in May.", []string{
		"Orbit Labs | comparison | sales fell by 3 percent in May | past: sales fell (fall) | 3 percent = 3 percent",
	}},
	{"The Senate voted 52-48 to ban plastic bags.", []string{
		"narrator | event | The Senate voted 52-48 to ban plastic bags | past: The Senate voted (vote)",
	}},
	{"The king of Norway visited Salford.", []string{
		"narrator | event | The king of Norway visited Salford | past: The king of Norway visited (visit)",
	}},
	{"Was the mill in Salford safe? Nina Berg said it was.", []string{
		"Nina Berg | state | it was | past: it was (be)",
	}},
	{"Nina Berg said: “It was the worst storm in Salford in 20 years.”", []string{
		"Nina Berg | comparison | It was the worst storm in Salford in 20 years | past: It was (be)",
	}},
	{"Close the mill in Salford!", nil},
	{"Let us close the mill in Salford.", nil},
}
