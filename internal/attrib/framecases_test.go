package attrib_test

var frameCases = []struct {
	text string
	want []string
}{
	{"“We will not sell,” said Ann Lee.", []string{
		"Ann Lee | said | direct We will not sell,",
	}},
	{"“It was late,” the driver of the bus, Ann Lee, 51, said afterwards.", []string{
		"the driver of the bus, Ann Lee | said | direct It was late,",
	}},
	{"“We will win,” vowed captain Ann Lee after Dorn lost 2-1.", []string{
		"captain Ann Lee | vowed | direct We will win,",
	}},
	{"The plan was dismissed as “a sham” by opposition leader Ann Lee.", []string{
		"opposition leader Ann Lee | dismissed | direct a sham",
	}},
	{"The plan was called “a sham” by teachers.", []string{
		"teachers | called | direct a sham",
	}},
	{"Ann Lee laughed when that was put to her.", nil},
	{"Ann Lee joked as she left the court.", nil},
	{"Ann Lee complained after the mill had closed.", nil},
	{"Ann Lee said when the mill would open.", []string{"Ann Lee | said | indirect when the mill would open"}},
	{"Ann Lee said neither she nor the mayor had signed it.", []string{"Ann Lee | said | indirect neither she nor the mayor had signed it"}},
	{"Ann Lee recognised that, and so did the mayor.", nil},
	{"Senator Ann Lee (Democrat, Ohio) said the bridge was safe.", []string{"Senator Ann Lee | said | indirect the bridge was safe"}},
	{"Ann Lee (Labour) said the bridge was safe.", []string{"Ann Lee (Labour) | said | indirect the bridge was safe"}},
	{"The boat was called “Blue River” by Ann Lee.", nil},
	{"Asked why, Ann Lee laughed.", []string{"- | Asked | indirect why"}},
	{"Ann Lee was told by her own officers that the bridge was safe.", []string{
		"her own officers | told | indirect the bridge was safe",
	}},
	{"The suspect, Tom Bell, 37, was found hiding in a barn owned by retired farmer Ann Lee, who said it was late.", []string{
		"retired farmer Ann Lee | said | indirect it was late",
	}},
	{"“It was late,” said Ann Lee, the author of “Blue River”.", []string{"Ann Lee | said | direct It was late,"}},
	{"“My son hid my keys,” says the novelist, who last month won the Lund Prize for “The Salt Ledger”.", []string{
		"the novelist | says | direct My son hid my keys,",
	}},
	{"A judge on Friday threw out a lawsuit by three taxpayers who claimed that the deal was approved in secret.", []string{
		"three taxpayers | claimed | indirect the deal was approved in secret",
	}},
	{"She sang “Blue Hills” that night.", nil},
	{"Calling the vote “a sham”, the opposition leader, Ann Lee, walked out.", []string{
		"the opposition leader, Ann Lee | Calling | direct a sham",
	}},
	{"Saying that the vote was a sham, Ann Lee, the opposition leader, walked out.", []string{
		"Ann Lee | Saying | indirect the vote was a sham",
	}},
	{"The firm told the market that prices had risen.", []string{
		"The firm | told | indirect prices had risen",
	}},
	{"A captain accused of leaving the wheel was cleared on Tuesday.", []string{
		"- | accused | indirect leaving the wheel",
	}},
	{"The captain, accused of leaving the wheel, was cleared.", []string{
		"- | accused | indirect leaving the wheel",
	}},
	{"“We will not sell,” Ann Lee said on Monday. “Not now.”", []string{
		"Ann Lee | said | direct We will not sell, … direct Not now.",
	}},
	{"Ann Lee said the plan would fail.", []string{
		"Ann Lee | said | indirect the plan would fail",
	}},
	{"A nurse who stole a car has been freed after a judge heard that she had been ill.", []string{
		"a judge | heard | indirect she had been ill",
	}},
	{"A woman who watched from her balcony told police that the driver had fled.", []string{
		"A woman | told | indirect the driver had fled",
	}},
	{"A neighbour who lives across the street told the paper that she had heard a shot.", []string{
		"A neighbour | told | indirect she had heard a shot",
	}},
	{"A boy who was with his mother at the station said the train had not stopped.", []string{
		"A boy | said | indirect the train had not stopped",
	}},
	{"The mill was reported by local media to have closed.", []string{
		"local media | reported | indirect to have closed",
	}},
	{"The mayor is expected to resign on Monday.", nil},
	{"The car, she told police, was blue.", []string{
		"she | told | indirect The car … indirect was blue",
	}},
	{"Suddenly, she told police, the driver drew a gun.", []string{
		"she | told | indirect the driver drew a gun",
	}},
	{"On Monday, he told police, and left.", nil},
	{"The man asked for water and nobody came.", nil},
	{"The man said no again, and the lawyers began to write to the city.", nil},
	{"The man said yes to the plan and nobody came.", nil},
	{"The man said no trains would run.", []string{
		"The man | said | indirect no trains would run",
	}},
	{"Bridge shut after crack found, say engineers\n\nEngineers shut the bridge on Sunday.", []string{
		"engineers | say | indirect Bridge shut after crack found",
	}},
	{"Two guards asked not to be named.", nil},
	{"Marla Dean: Possession of cocaine, held in jail.\n\nTom Pell: Two county warrants, theft.\n\nCarl Moss: Theft, held without bond.", nil},
	{"Marla Dean: Possession of cocaine was never proved.\n\nTom Pell: Two county warrants, theft.", []string{
		"Marla Dean | : | indirect Possession of cocaine was never proved",
	}},
	{"A guard agreed to be identified by his first name only.", nil},
	{"Anybody who saw the van is asked to call the police.", nil},
	{"The council declined to say how much had been paid.", nil},
	{"The council refused to reopen the gates.", []string{
		"The council | refused | indirect to reopen the gates",
	}},
	{"The council announced a plan that would cost nine million.", nil},
	{"Leeds council reports two new cases in the old town.", nil},
	{"According to Ann Lee, who saw it, the dam leaks.", []string{
		"Ann Lee | According | indirect the dam leaks",
	}},
	{"The dam leaks, according to Ann Lee, who saw it.", []string{
		"Ann Lee | according | indirect The dam leaks",
	}},
	{"The key to the whole thing, says Ann Lee, is patience.", []string{
		"Ann Lee | says | indirect The key to the whole thing … indirect is patience",
	}},
	{"It rained.\n\n“We will rebuild it, stone by stone.” – Ann Lee, mayor of Lund", []string{
		"Ann Lee | - | direct We will rebuild it, stone by stone. by label",
	}},
	{"It rained.\n\n“We will rebuild it, stone by stone.”\n\n– Ann Lee", []string{
		"Ann Lee | - | direct We will rebuild it, stone by stone. by label",
	}},
	{"The bridge, in the words of Ann Lee, is “a disaster waiting to happen.”", []string{
		"Ann Lee | words | direct a disaster waiting to happen.",
	}},
	{"The firm dismissed as “a fairy tale” a report that it was for sale.", []string{
		"The firm | dismissed | direct a fairy tale",
	}},
	{"Without saying why, Ann Lee left the hall.", []string{
		"Ann Lee | saying | indirect why",
	}},
	{"The drivers were told to leave the depot.", nil},
	{"The drivers were told that the depot was closed.", []string{
		"- | told | indirect the depot was closed",
	}},
	{"The owner's name is given as ‘Stefan B’ owing to the privacy law.", nil},
	{"Ann Lee said there was one man hurt, and two more with minor cuts.", []string{
		"Ann Lee | said | indirect there was one man hurt, and two more with minor cuts",
	}},
	{"The claim that the bridge was safe was rejected on Monday.", []string{
		"- | claim | indirect the bridge was safe",
	}},
	{"Ann Lee has not promised to resign.", []string{
		"Ann Lee | promised | indirect to resign",
	}},
	{"Dorn makes boxes, Hale makes sheets and both lose money, said Ann Lee.", []string{
		"Ann Lee | said | indirect Dorn makes boxes, Hale makes sheets and both lose money",
	}},
	{"The man denies the charge.", nil},
	{"The council reported a total of 300 cases.", nil},
	{"No cause was known, but Ann Lee said the roof had failed.", []string{
		"Ann Lee | said | indirect the roof had failed",
	}},
	{"The dam is safe, according to Ann Lee, an engineer in Lund.", []string{
		"Ann Lee, an engineer in Lund | according | indirect The dam is safe",
	}},
	{"The dam, according to Ann Lee, is safe.", []string{
		"Ann Lee | according | indirect The dam … indirect is safe",
	}},
	{"Ann Lee said on Monday that the plan would fail.", []string{
		"Ann Lee | said | indirect the plan would fail",
	}},
	{"The plan would fail, Ann Lee said.", []string{
		"Ann Lee | said | indirect The plan would fail",
	}},
	{"The plan would fail, said Ann Lee, the mayor of Salford.", []string{
		"Ann Lee, the mayor of Salford | said | indirect The plan would fail",
	}},
	{"The plan would fail, she told reporters on Monday.", []string{
		"she | told | indirect The plan would fail",
	}},
	{"The plan, Ann Lee said, would fail.", []string{
		"Ann Lee | said | indirect The plan … indirect would fail",
	}},
	{"In so doing, he added, the two sides would lose money.", []string{
		"he | added | indirect In so doing … indirect the two sides would lose money",
	}},
	{"Ann Lee told a meeting in Salford that the bridge was safe.", []string{
		"Ann Lee | told | indirect the bridge was safe",
	}},
	{"Ann Lee asked whether the bridge was safe.", []string{
		"Ann Lee | asked | indirect whether the bridge was safe",
	}},
	{"Ann Lee asked why the bridge had been closed.", []string{
		"Ann Lee | asked | indirect why the bridge had been closed",
	}},
	{"The answers are “not enough,” said Ann Lee.", []string{
		"Ann Lee | said | mixed The answers are “not enough,”",
	}},
	{"Ann Lee called the plan “a disgrace.”", []string{
		"Ann Lee | called | direct a disgrace.",
	}},
	{"Ann Lee described the plan as “a disgrace” on Monday.", []string{
		"Ann Lee | described | direct a disgrace",
	}},
	{"Ann Lee, who said the bridge was safe, left on Monday.", []string{
		"Ann Lee | said | indirect the bridge was safe",
	}},
	{"Noting that the deal was near, she hoped prices would fall.", []string{
		"she | Noting | indirect the deal was near",
		"she | hoped | indirect prices would fall",
	}},
	{"Orbit, a maker of toys, said it would close the plant.", []string{
		"Orbit | said | indirect it would close the plant",
	}},
	{"The talks failed, Ann Lee, a lawyer, said.", []string{
		"Ann Lee, a lawyer | said | indirect The talks failed",
	}},
	{"“Why?” he asked.", []string{
		"he | asked | direct Why?",
	}},
	{"“Will you sell?” asked Ann Lee.", []string{
		"Ann Lee | asked | direct Will you sell?",
	}},
	{"According to Ann Lee, the bridge is safe.", []string{
		"Ann Lee | According | indirect the bridge is safe",
	}},
	{"The bridge is safe, according to Ann Lee.", []string{
		"Ann Lee | according | indirect The bridge is safe",
	}},
	{"The bridge is safe, according to a report by the council.", []string{
		"a report by the council | according | indirect The bridge is safe",
	}},
	{"Ann Lee accused Orbit of hiding the report.", []string{
		"Ann Lee | accused | indirect hiding the report",
	}},
	{"Ann Lee denied that she had seen the report.", []string{
		"Ann Lee | denied | indirect she had seen the report",
	}},
	{"Ann Lee denied hiding the report.", []string{
		"Ann Lee | denied | indirect hiding the report",
	}},
	{"Ann Lee promised to build a new bridge.", []string{
		"Ann Lee | promised | indirect to build a new bridge",
	}},
	{"Ann Lee urged the council to build a new bridge.", []string{
		"Ann Lee | urged | indirect to build a new bridge",
	}},
	{"Ann Lee warned the move would hurt firms.", []string{
		"Ann Lee | warned | indirect the move would hurt firms",
	}},
	{"Ann Lee warned that the move would hurt firms.", []string{
		"Ann Lee | warned | indirect the move would hurt firms",
	}},
	{"Ann Lee has warned on Monday that the move would hurt firms.", []string{
		"Ann Lee | warned | indirect the move would hurt firms",
	}},
	{"Police: two men held", []string{
		"Police | : | indirect two men held",
	}},
	{"Mayor: the bridge is safe", []string{
		"Mayor | : | indirect the bridge is safe",
	}},
	{"“We lost,” Ann Lee said, “and we will not try again.”", []string{
		"Ann Lee | said | direct We lost, … direct and we will not try again.",
	}},
	{"Ann Lee said: “We lost. We will try again.”", []string{
		"Ann Lee | said | direct We lost. We will try again.",
	}},
	{"Ann Lee said that “the bridge is safe” and that it would open on Monday.", []string{
		"Ann Lee | said | mixed “the bridge is safe” and that it would open on Monday",
	}},
	{"Ann Lee said the bridge was safe but Bob Day said it was not.", []string{
		"Ann Lee | said | indirect the bridge was safe",
		"Bob Day | said | indirect it was not",
	}},
	{"Ann Lee said the bridge was safe; Bob Day did not agree.", []string{
		"Ann Lee | said | indirect the bridge was safe",
	}},
	{"The claim that the bridge was safe was wrong, Bob Day said.", []string{
		"Bob Day | said | indirect The claim that the bridge was safe was wrong",
		"- | claim | indirect the bridge was safe",
	}},
	{"Ann Lee is confident that the bridge will hold.", []string{
		"Ann Lee | confident | indirect the bridge will hold",
	}},
	{"A banner saying “Save our mill” hung on the bridge.", []string{
		"A banner | saying | direct Save our mill",
	}},
	{"Ann Lee discussed the budget with the council.", nil},
	{"Ann Lee told a story that moved the crowd.", nil},
	{"“We will not sell,” said Ann Lee.\n\n“The mill was built by my mother.”", []string{
		"Ann Lee | said | direct We will not sell,",
		"- | - | direct The mill was built by my mother. by continued ^0",
	}},
	{"“We will not sell,” said Ann Lee. “The mill is ours.\n\n“It was built by my mother.”", []string{
		"Ann Lee | said | direct We will not sell, … direct The mill is ours.",
		"- | - | direct It was built by my mother. by continued ^0",
	}},
	{"“Will you sell?” asked Ann Lee.\n\n“No, we are staying here.”", []string{
		"Ann Lee | asked | direct Will you sell?",
		"- | - | direct No, we are staying here. by dialogue",
	}},
	{"“We will not sell, said Ann Lee on Monday.", []string{
		"Ann Lee | said | direct We will not sell,",
	}},
	{"“Bob told me, ‘Leave now,’ and I left,” said Ann Lee.", []string{
		"Ann Lee | said | direct Bob told me, ‘Leave now,’ and I left,",
		"Bob | told | direct Leave now,",
	}},
	{"Ann Lee believes the bridge will hold.", []string{
		"Ann Lee | believes | indirect the bridge will hold",
	}},
	{"Ann Lee thought the bridge was safe.", []string{
		"Ann Lee | thought | indirect the bridge was safe",
	}},
	{"Ann Lee wrote that the bridge was old.", []string{
		"Ann Lee | wrote | indirect the bridge was old",
	}},
	{"Ann Lee tweeted: “The bridge is safe.”", []string{
		"Ann Lee | tweeted | direct The bridge is safe.",
	}},
	{"Ann Lee announced that the bridge would close.", []string{
		"Ann Lee | announced | indirect the bridge would close",
	}},
	{"The report says the bridge is old.", []string{
		"The report | says | indirect the bridge is old",
	}},
	{"A study found that the bridge was old.", []string{
		"A study | found | indirect the bridge was old",
	}},
	{"Ann Lee admitted she had not read the report.", []string{
		"Ann Lee | admitted | indirect she had not read the report",
	}},
	{"“I am sorry,” she added.", []string{
		"she | added | direct I am sorry,",
	}},
	{"“The bridge is safe,” the mayor said in a statement.", []string{
		"the mayor | said | direct The bridge is safe,",
	}},
	{"In a statement, the mayor said the bridge was safe.", []string{
		"the mayor | said | indirect the bridge was safe",
	}},
	{"The mayor said in a statement that the bridge was safe.", []string{
		"The mayor | said | indirect the bridge was safe",
	}},
	{"The governor told lawmakers on Thursday the state would pay.", []string{
		"The governor | told | indirect the state would pay",
	}},
	{"The state would pay, the governor told lawmakers on Thursday.", []string{
		"the governor | told | indirect The state would pay",
	}},
	{"Ann Lee had warned in a report that the bridge was old.", []string{
		"Ann Lee | warned | indirect the bridge was old",
	}},
	{"“We will not sell,” Ann Lee's lawyers said.", []string{
		"Ann Lee's lawyers | said | direct We will not sell,",
	}},
	{"“We will not sell,” the Lee campaign said.", []string{
		"the Lee campaign | said | direct We will not sell,",
	}},
	{"She said that the mayor had told her that the bridge was safe.", []string{
		"She | said | indirect the mayor had told her that the bridge was safe",
		"the mayor | told | indirect the bridge was safe",
	}},
	{"The bridge is safe, Ann Lee said, according to the Times.", []string{
		"Ann Lee | said | indirect The bridge is safe",
		"the Times | according | indirect The bridge is safe, Ann Lee said",
	}},
	{"Ann Lee smiled. “We will not sell,” she said. “The mill is ours.”", []string{
		"she | said | direct We will not sell, … direct The mill is ours.",
	}},
	{"“We lost.”\n\nAnn Lee left the room.", []string{
		"- | - | direct We lost. by dialogue",
	}},
	{"Ann Lee: “We will not sell.”", []string{
		"Ann Lee | : | direct We will not sell.",
	}},
	{"Ann Lee predicted that prices would rise in May.", []string{
		"Ann Lee | predicted | indirect prices would rise in May",
	}},
	{"Ann Lee agreed that the bridge was old.", []string{
		"Ann Lee | agreed | indirect the bridge was old",
	}},
	{"Ann Lee suggested that the bridge be closed.", []string{
		"Ann Lee | suggested | indirect the bridge be closed",
	}},
	{"Ann Lee insisted: “The bridge is safe.”", []string{
		"Ann Lee | insisted | direct The bridge is safe.",
	}},
	{"“The bridge,” Ann Lee said, “is safe.”", []string{
		"Ann Lee | said | direct The bridge, … direct is safe.",
	}},
	{"“The bridge is safe,” said Ann Lee, adding that it would open on Monday.", []string{
		"Ann Lee | said | direct The bridge is safe,",
		"Ann Lee | adding | indirect it would open on Monday",
	}},
	{"Asked about the bridge, Ann Lee said it was safe.", []string{
		"Ann Lee | said | indirect it was safe",
	}},
	{"If the bridge falls, Ann Lee said, nobody will pay.", []string{
		"Ann Lee | said | indirect If the bridge falls … indirect nobody will pay",
	}},
	{"Despite the rain, the bridge would open, Ann Lee said.", []string{
		"Ann Lee | said | indirect Despite the rain, the bridge would open",
	}},
	{"Ann Lee said he represented his client, Gary Moss, in a negotiation.", []string{
		"Ann Lee | said | indirect he represented his client, Gary Moss, in a negotiation",
	}},
	{"He said “We lost,” and the flag was lowered.", []string{
		"He | said | direct We lost,",
	}},
	{"“The talks failed” – Ann Lee.", []string{
		"Ann Lee | - | direct The talks failed by label",
	}},
	{"Police: two men held\n\nTwo men were held on Monday after a fire in Salford.", []string{
		"Police | : | indirect two men held",
	}},
	{"Study: old bridges are safe\n\nA study by the council was published on Monday.", []string{
		"Study | : | indirect old bridges are safe",
	}},
	{"Salford council: bridge will close\n\nThe bridge is old.", []string{
		"Salford council | : | indirect bridge will close",
	}},
	{"Prices will rise, says minister\n\nPrices rose in May.", []string{
		"minister | says | indirect Prices will rise",
	}},
	{"“Bridge is safe,” mayor says\n\nThe bridge is old.", []string{
		"mayor | says | direct Bridge is safe,",
	}},
	{"Q: Is the bridge safe?\nA: It is. We looked at it on Monday.\nQ: Will it close?\nA: No.", []string{
		"Q | : | direct Is the bridge safe? by label",
		"A | : | direct It is. We looked at it on Monday. by label",
		"Q | : | direct Will it close? by label",
		"A | : | direct No. by label",
	}},
	{"ANN LEE-DAY (host): Is the bridge safe?\nBOB O’DAY: “Safe”? We looked.\nLEE-DAY: Who did?\nO’DAY (laughs): My son said it was I.", []string{
		"ANN LEE-DAY | : | direct Is the bridge safe? by label",
		"BOB O’DAY | : | direct “Safe”? We looked. by label",
		"LEE-DAY | : | direct Who did? by label",
		"O’DAY | : | direct My son said it was I. by label",
		"My son | said | indirect it was I",
	}},
	{"Wire: Is the bridge safe?\nBob Day: It is.\nWire: Who says so?\nB.D.: I made it.", []string{
		"Wire | : | direct Is the bridge safe? by label",
		"Bob Day | : | direct It is. by label",
		"Wire | : | direct Who says so? by label",
		"B.D. | : | direct I made it. by label",
	}},
	{"(Wire) : Is the bridge safe? Who says so?\nAnn Lee: It is.\n(Wire) : Since when?\nAnn Lee: Always.", []string{
		"Wire | : | direct Is the bridge safe? Who says so? by label",
		"Ann Lee | : | direct It is. by label",
		"Wire | : | direct Since when? by label",
		"Ann Lee | : | direct Always. by label",
	}},
	{"ANN LEE: The bridge is safe.\nBOB DAY: It is not.\nANN LEE: We looked at it on Monday.\nBOB DAY: You did not look well.", []string{
		"ANN LEE | : | direct The bridge is safe. by label",
		"BOB DAY | : | direct It is not. by label",
		"ANN LEE | : | direct We looked at it on Monday. by label",
		"BOB DAY | : | direct You did not look well. by label",
	}},
	{"Ann Lee told Bob Day that the bridge was safe.", []string{
		"Ann Lee | told | indirect the bridge was safe",
	}},
	{"Bob Day was told by Ann Lee that the bridge was safe.", []string{
		"Ann Lee | told | indirect the bridge was safe",
	}},
	{"“The bridge is safe,” Bob Day was told by Ann Lee.", []string{
		"Ann Lee | told | direct The bridge is safe,",
	}},
	{"Ann Lee argued that the bridge was safe and should stay open.", []string{
		"Ann Lee | argued | indirect the bridge was safe and should stay open",
	}},
	{"Ann Lee said her client would appeal, and that the judge was wrong.", []string{
		"Ann Lee | said | indirect her client would appeal, and that the judge was wrong",
	}},
	{"Ann Lee said her client would appeal, and that was that.", []string{
		"Ann Lee | said | indirect her client would appeal",
	}},
	{"Ann Lee argued that the bridge was safe, and that it should stay open.", []string{
		"Ann Lee | argued | indirect the bridge was safe, and that it should stay open",
	}},
	{"Ann Lee said the bridge was safe, while Bob Day said it was old.", []string{
		"Ann Lee | said | indirect the bridge was safe",
		"Bob Day | said | indirect it was old",
	}},
	{"When asked, Ann Lee said the bridge was safe.", []string{
		"Ann Lee | said | indirect the bridge was safe",
	}},
	{"The bridge will close, said a spokesman for the council.", []string{
		"a spokesman for the council | said | indirect The bridge will close",
	}},
	{"“The bridge will close,” said a spokesman for the council on Monday.", []string{
		"a spokesman for the council | said | direct The bridge will close,",
	}},
	{"“The bridge will close,” a spokesman said.", []string{
		"a spokesman | said | direct The bridge will close,",
	}},
	{"The council's chief, Ann Lee, said the bridge would close.", []string{
		"The council's chief, Ann Lee | said | indirect the bridge would close",
	}},
	{"The bridge, which is old, will close, Ann Lee said.", []string{
		"Ann Lee | said | indirect The bridge, which is old, will close",
	}},
	{"The mayor of Salford, Ann Lee, warned that the bridge would fall.", []string{
		"The mayor of Salford, Ann Lee | warned | indirect the bridge would fall",
	}},
	{"“We will stay,” said Ann Lee, and she smiled.", []string{
		"Ann Lee | said | direct We will stay,",
	}},
	{"“We will stay,” said Ann Lee, who was born in Salford.", []string{
		"Ann Lee | said | direct We will stay,",
	}},
	{"“We will stay”, said Ann Lee, mayor of Salford.", []string{
		"Ann Lee, mayor of Salford | said | direct We will stay",
	}},
	{"“We will stay,” Lee told the Salford Times.", []string{
		"Lee | told | direct We will stay,",
	}},
	{"“We will stay,” he told AFP in an interview on Monday.", []string{
		"he | told | direct We will stay,",
	}},
	{"Smiling, Ann Lee said the bridge was safe.", []string{
		"Ann Lee | said | indirect the bridge was safe",
	}},
	{"Ann Lee's lawyer said that she would stay.", []string{
		"Ann Lee's lawyer | said | indirect she would stay",
	}},
	{"The letter, signed by Ann Lee, said the mill would close.", []string{
		"The letter | said | indirect the mill would close",
	}},
	{"A sign on the door read “Closed.”", []string{
		"A sign on the door | read | direct Closed.",
	}},
	{"Ann Lee wrote on Twitter: “We will stay.”", []string{
		"Ann Lee | wrote | direct We will stay.",
	}},
	{"Ann Lee wrote in a letter to the council that the mill would stay.", []string{
		"Ann Lee | wrote | indirect the mill would stay",
	}},
	{"Ann Lee described it as “the best mill in Salford.”", []string{
		"Ann Lee | described | direct the best mill in Salford.",
	}},
	{"Critics call it “a waste of money.”", []string{
		"Critics | call | direct a waste of money.",
	}},
	{"Critics called the bridge “a waste of money” and “a danger.”", []string{
		"Critics | called | direct a waste of money … direct a danger.",
	}},
	{"Ann Lee said she felt “sad” and “alone” on Monday.", []string{
		"Ann Lee | said | mixed she felt “sad” and “alone” on Monday",
	}},
	{"Ann Lee said the plan was “a disgrace,” and that she would fight it.", []string{
		"Ann Lee | said | mixed the plan was “a disgrace,” and that she would fight it",
	}},
	{"The plan is “a disgrace” and must go, Ann Lee said.", []string{
		"Ann Lee | said | mixed The plan is “a disgrace” and must go",
	}},
	{"“It is a disgrace,” said Ann Lee of the plan.", []string{
		"Ann Lee | said | direct It is a disgrace,",
	}},
	{"He is “proud of the mill,” he said.", []string{
		"he | said | mixed He is “proud of the mill,”",
	}},
	{"“I feel,” she said, “that we lost.”", []string{
		"she | said | direct I feel, … direct that we lost.",
	}},
	{"“We lost,” she said. Bob Day agreed. “We did,” he said.", []string{
		"she | said | direct We lost,",
		"he | said | direct We did,",
	}},
	{"“We lost,” she said.\n\n“We did,” said Bob Day.\n\n“And we will lose again,” she said.", []string{
		"she | said | direct We lost,",
		"Bob Day | said | direct We did,",
		"she | said | direct And we will lose again,",
	}},
	{"She asked: “Why?”", []string{
		"She | asked | direct Why?",
	}},
	{"“Why,” she asked, “did we lose?”", []string{
		"she | asked | direct Why, … direct did we lose?",
	}},
	{"“Why did we lose?” she asked. “Who will pay?”", []string{
		"she | asked | direct Why did we lose?",
		"- | - | direct Who will pay? by continued ^0",
	}},
	{"“Stop!” she cried.", []string{
		"she | cried | direct Stop!",
	}},
	{"“Stop!” cried Ann Lee. “That is my mill!”", []string{
		"Ann Lee | cried | direct Stop! … direct That is my mill!",
	}},
	{"“Yes,” she said.", []string{
		"she | said | direct Yes,",
	}},
	{"She did not say that the bridge was safe.", []string{
		"She | say | indirect the bridge was safe",
	}},
	{"She never said the bridge was safe.", []string{
		"She | said | indirect the bridge was safe",
	}},
	{"She could not say whether the bridge was safe.", nil},
	{"She may say that the bridge is safe.", []string{
		"She | say | indirect the bridge is safe",
	}},
	{"She hoped that the bridge would hold.", []string{
		"She | hoped | indirect the bridge would hold",
	}},
	{"She feared that the bridge would fall.", []string{
		"She | feared | indirect the bridge would fall",
	}},
	{"She knew the bridge was old.", nil},
	{"Ann Lee realized that the bridge was old.", []string{
		"Ann Lee | realized | indirect the bridge was old",
	}},
	{"It is believed that the bridge is old.", []string{
		"- | believed | indirect the bridge is old",
	}},
	{"There were reports that the bridge was old.", []string{
		"- | reports | indirect the bridge was old",
	}},
	{"The police said they had found a gun, a knife and a mask.", []string{
		"The police | said | indirect they had found a gun, a knife and a mask",
	}},
	{"Police said on Monday they had found a gun.", []string{
		"Police | said | indirect they had found a gun",
	}},
	{"Police confirmed that two men had been held.", []string{
		"Police | confirmed | indirect two men had been held",
	}},
	{"A witness, who gave her name as Ann, said the bridge shook.", []string{
		"A witness | said | indirect the bridge shook",
	}},
	{"Neither Ann Lee nor Bob Day said the bridge was safe.", []string{
		"Neither Ann Lee nor Bob Day | said | indirect the bridge was safe",
	}},
	{"Ann Lee and Bob Day said the bridge was safe.", []string{
		"Ann Lee and Bob Day | said | indirect the bridge was safe",
	}},
	{"Both said the bridge was safe.", []string{
		"Both | said | indirect the bridge was safe",
	}},
	{"One of them said the bridge was safe.", []string{
		"One of them | said | indirect the bridge was safe",
	}},
	{"Some say the bridge is safe.", []string{
		"Some | say | indirect the bridge is safe",
	}},
	{"Many believe that the bridge is safe.", []string{
		"Many | believe | indirect the bridge is safe",
	}},
	{"The bridge is safe, experts say.", []string{
		"experts | say | indirect The bridge is safe",
	}},
	{"The bridge is safe, experts believe.", []string{
		"experts | believe | indirect The bridge is safe",
	}},
	{"The bridge, experts say, is safe.", []string{
		"experts | say | indirect The bridge … indirect is safe",
	}},
	{"The bridge is safe, she insisted, and will stay open.", []string{
		"she | insisted | indirect The bridge is safe … indirect and will stay open",
	}},
	{"Ann Lee, a nurse, said: “The ward was full.”", []string{
		"Ann Lee, a nurse | said | direct The ward was full.",
	}},
	{"“The ward was full,” said Ann Lee, a nurse.", []string{
		"Ann Lee, a nurse | said | direct The ward was full,",
	}},
	{"“The ward was full,” said nurse Ann Lee.", []string{
		"nurse Ann Lee | said | direct The ward was full,",
	}},
	{"“The ward was full,” Ann Lee, a nurse, told the BBC.", []string{
		"Ann Lee, a nurse | told | direct The ward was full,",
	}},
	{"Ann Lee (42) said the ward was full.", []string{
		"Ann Lee | said | indirect the ward was full",
	}},
	{"Ann Lee, chief executive of Orbit Inc., said the firm would sell its plant.", []string{
		"Ann Lee, chief executive of Orbit Inc. | said | indirect the firm would sell its plant",
	}},
	{"The bridge will stay open.", nil},
	{"She said so on “Face the Nation.”", nil},
}
