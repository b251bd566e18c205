use super::*;

/// `label=value` of each point, with the unit, and behind `<` what is left of the text.
fn series(text: &str) -> String {
    let text = Text::new(text);
    read(&text, 0..text.tokens().len()).map_or_else(String::new, |series| show(&text, &series))
}

fn show(text: &Text, series: &Series) -> String {
    let mut shown: Vec<String> = series.points.iter().map(show_point).collect();
    if let Some(unit) = &series.unit {
        shown.push(format!("[{unit}]"));
    }
    if let Some(header) = &series.header {
        shown.push(format!("({}/{})", header.label, header.value));
    }
    let left =
        format!("{}…{}", &text.original()[..series.span.range().start], &text.original()[series.span.range().end..]);
    if left != "…" {
        shown.push(format!("< {left}"));
    }
    shown.join(" | ")
}

fn show_point(point: &Point) -> String {
    match &point.value {
        Figure::Number(number) => format!("{}={}", point.label, number.get()),
        Figure::Text(text) => format!("{}='{text}'", point.label),
    }
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, series(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text:?}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn label_first() {
    check(&[
        ("A 1, B 2 and C 3", "A=1 | B=2 | C=3"),
        ("A: 1; B: 2; C: 3", "A=1 | B=2 | C=3"),
        ("A (1), B (2), C (3)", "A=1 | B=2 | C=3"),
        ("A=1, B=2 & C=3", "A=1 | B=2 | C=3"),
        ("A -> 3, B → 4", "A=3 | B=4"),
        ("A – 4.1 m, B – 3.8 m", "A=4.1 | B=3.8 | [m]"),
        ("2019 – 4.1 m, 2020 – 3.8 m, 2021 – 3.2 m", "2019=4.1 | 2020=3.8 | 2021=3.2 | [m]"),
        ("Gen Z: 41 / Millennials: 36 / Gen X: 17", "Gen Z=41 | Millennials=36 | Gen X=17"),
        ("9am $3.10 | noon $4.25 | close $5.05", "9am=3.1 | noon=4.25 | close=5.05 | [$]"),
        ("Mon 12 Tue 18 Wed 9", "Mon=12 | Tue=18 | Wed=9"),
        ("Q1 10, Q2 20 and Q3 35", "Q1=10 | Q2=20 | Q3=35"),
        ("2023: 12, 2024: 19, 2025: 31", "2023=12 | 2024=19 | 2025=31"),
        ("2023 12, 2024 19", "2023=12 | 2024=19"),
        ("Mo 91,204, Ines 88,010, Petra 73,555", "Mo=91204 | Ines=88010 | Petra=73555"),
        ("Oslo is 7.4, Bergen 5.9 and Tromsø has 2.1", "Oslo=7.4 | Bergen=5.9 | Tromsø=2.1"),
        ("New York 8,3 million, Los Angeles 3.9 million", "New York=8300000 | Los Angeles=3900000"),
        ("\"Rock & Roll\" 12, \"Hip Hop\" 30", "Rock & Roll=12 | Hip Hop=30"),
        ("Bread & butter 12, Milk 3", "Bread & butter=12 | Milk=3"),
        ("Day 1 200, Day 2 310, Day 3 290", "Day 1=200 | Day 2=310 | Day 3=290"),
        ("Norway -3, Sweden +4", "Norway=-3 | Sweden=4"),
        ("apples twenty, pears a dozen", "apples=20 | pears=12"),
        ("Jan 1.2k, Feb 1.4k", "Jan=1200 | Feb=1400"),
        ("apples=4 oranges=7 bananas=2", "apples=4 | oranges=7 | bananas=2"),
        ("2019 $1.2M 2020 $2.4M 2021 $5M", "2019=1200000 | 2020=2400000 | 2021=5000000 | [$]"),
        ("week 1 - 500, week 2 - 750, week 3 - 1200", "week 1=500 | week 2=750 | week 3=1200"),
        ("1st place: Anna 98, 2nd: Ben 91, 3rd: Cleo 85", "Anna=98 | Ben=91 | Cleo=85 | < 1st place: …"),
        ("jan 100 feb 250 mar 400", "jan=100 | feb=250 | mar=400"),
    ]);
}

#[test]
fn units() {
    check(&[
        ("Rent 45%, Food 25%, Fun 30%", "Rent=45 | Food=25 | Fun=30 | [%]"),
        ("Starter $9, Team $29, Business $79", "Starter=9 | Team=29 | Business=79 | [$]"),
        ("Revenue €8.2m, Margin 31%, Staff 64", "Revenue='€8.2m' | Margin='31%' | Staff=64"),
        ("wool 12 kg, cotton 9kg", "wool=12 | cotton=9 | [kg]"),
        ("Mon 12 bikes, Tue 18 bikes and Wed 9 bikes in teal", "Mon=12 | Tue=18 | Wed=9 | [bikes] | < … in teal"),
        ("Home 3 wins, Away 2 losses, Draws 4", "Home='3 wins' | Away='2 losses' | Draws=4"),
        ("tea 12, milk 18 and water 9 kg", "tea=12 | milk=18 | water=9 | [kg]"),
        ("Hobby €9/month, Pro €29/month", "Hobby=9 | Pro=29 | [€]"),
        ("Churn 1.8%, NPS 71, MRR $94k", "Churn='1.8%' | NPS=71 | MRR='$94k'"),
        ("north 30 km/h, south 25 km/h", "north=30 | south=25 | [km/h]"),
    ]);
}

#[test]
fn lines() {
    check(&[
        ("country,share\nNorway,88\nIceland,60\nSweden,54", "Norway=88 | Iceland=60 | Sweden=54 | (country/share)"),
        (
            "bars pls\n\ncountry;share (%)\nNorway;88\nIceland;60\n\ndark theme",
            "Norway=88 | Iceland=60 | [%] | (country/share (%)) | < bars pls\n\n…\n\ndark theme",
        ),
        ("Norway\t88\nIceland\t60", "Norway=88 | Iceland=60"),
        ("- Oslo: 12\n- Bergen: 9\n- Bodø: 4", "Oslo=12 | Bergen=9 | Bodø=4 | < - …"),
        ("1. Oslo 12\n2. Bergen 9", "Oslo=12 | Bergen=9 | < 1. …"),
        ("year,sales\n2022,1204\n2023,980", "2022=1204 | 2023=980 | (year/sales)"),
        ("| Oslo | 12 |\n| Bergen | 9 |", "Oslo=12 | Bergen=9 | < | … |"),
        ("bar chart\nA 1\nB 2\nblue, 5s", "A=1 | B=2 | < bar chart\n…\nblue, 5s"),
    ]);
}

#[test]
fn inside_requests() {
    check(&[
        (
            "Bar chart titled \"Bikes sold\": Mon 12, Tue 18, Wed 9",
            "Mon=12 | Tue=18 | Wed=9 | < Bar chart titled \"Bikes sold\": …",
        ),
        (
            "Bar chart of Q1 10, Q2 20 and Q3 35 titled 'Revenue' in teal",
            "Q1=10 | Q2=20 | Q3=35 | < Bar chart of … titled 'Revenue' in teal",
        ),
        (
            "Can I get a pie chart with Rent 45%, Food 25% and Fun 30%?",
            "Rent=45 | Food=25 | Fun=30 | [%] | < Can I get a pie chart with …?",
        ),
        ("where our money goes – Programmes (82), Admin (18)", "Programmes=82 | Admin=18 | < where our money goes – …"),
        (
            "donut chrt \"Who?\" Gen Z: 41 / Boomers: 6 ... pastel theme",
            "Gen Z=41 | Boomers=6 | < donut chrt \"Who?\" … ... pastel theme",
        ),
        ("how many we sold apples 10, pears 20", "apples=10 | pears=20 | < how many we sold …"),
        ("A 1, B 2, dark theme, 5s", "A=1 | B=2 | < …, dark theme, 5s"),
        ("A 1, B 2, duration 5s", "A=1 | B=2 | < …, duration 5s"),
        ("stats (Revenue €8.2m, Staff 64), the quote", "Revenue='€8.2m' | Staff=64 | < stats (…), the quote"),
        ("bar chart 2023: 12, 2024: 19 (5s)", "2023=12 | 2024=19 | < bar chart … (5s)"),
        (
            "three prices, Bag $14, Box $38, Sack $90. Scene 3: a button",
            "Bag=14 | Box=38 | Sack=90 | [$] | < three prices, …. Scene 3: a button",
        ),
        (
            "kpi tiles – Churn 1.8%, NPS 71 ... title \"Board\"",
            "Churn='1.8%' | NPS=71 | < kpi tiles – … ... title \"Board\"",
        ),
        (
            "people each month: April (3,410), May (4,025), June (5,900)",
            "April=3410 | May=4025 | June=5900 | < people each month: …",
        ),
        (
            "pie chart of votes (Yes 58, No 37, Abstained 5), a ranking",
            "Yes=58 | No=37 | Abstained=5 | < pie chart of votes (…), a ranking",
        ),
    ]);
}

#[test]
fn value_first() {
    check(&[
        ("10 apples, 20 pears and 5 plums", "apples=10 | pears=20 | plums=5"),
        (
            "Stats grid: 4.9★ rating, 120+ countries, 24/7 support, 0 ads",
            "rating='4.9★' | countries='120+' | support='24/7' | ads=0 | < Stats grid: …",
        ),
        ("200g flour, 2 eggs, 100 ml milk", "flour='200g' | eggs=2 | milk='100 ml'"),
        ("60 percent yes, 40 percent no", "yes=60 | no=40 | [%]"),
        (
            "our numbers: twelve shops, three countries, 98 % happy",
            "shops=12 | countries=3 | happy='98 %' | < our numbers: …",
        ),
        ("visits: 1.2M (Jan), 1.4M (Feb), 900K (Mar)", "Jan=1200000 | Feb=1400000 | Mar=900000 | < visits: …)"),
        ("99.9% uptime, 4.8/5 rating", "uptime='99.9%' | rating='4.8/5'"),
        ("$2M raised, 14 countries, 98% happy", "raised='$2M' | countries=14 | happy='98%'"),
        ("show 3 cats, 4 dogs with a blue background", "cats=3 | dogs=4 | < show … with a blue background"),
    ]);
}

#[test]
fn none_where_there_is_none() {
    for text in [
        "from 0 to 12,500",
        "in 5 seconds, 9:16",
        "3 scenes for linkedin",
        "counter $0 -> $2,500,000, 3s",
        "1998 founded, 2005 first shop",
        "2010 - founded; 2015 - series A",
        "1 Mamma's\n2 Crust Issues\n3 Pie Hard",
        "200 particles, gold, black bg, 6s, 16:9",
        "5s, 60 fps, 1080x1920",
        "9 May, 19:00, City Hall",
        "Kofi Mensah, CEO; Laura Bianchi, CTO",
        "1) Snap a pic 2) We quote u",
        "Ana, 31, Porto; Luis, 28, Vigo",
        "",
        "v2.4.0, Q1, 24/7",
        "30% off until 14/02",
        "fly thru the stars, 8s, 60 fps, huge",
        "countdown from 10, title \"Launching soon\"",
    ] {
        assert_eq!(series(text), "", "{text:?}");
    }
}

#[test]
fn one_point_is_enough_where_asked() {
    let text = Text::new("add one more point: May, 3,900");
    let series = read_at_least(&text, 0..text.tokens().len(), 1);
    assert_eq!(series.map(|series| show_point(&series.points[0])), Some("May=3900".to_owned()));
}

#[test]
fn bare_figures() {
    for (text, expected) in [
        ("values 10, 20, 30 in red", "10 20 30"),
        ("5 / 8 / 13 and 21", "5 8 13 21"),
        ("10% 20% 5%", "10 20 5"),
        ("3 4", "3 4"),
        ("just 3", ""),
    ] {
        let text = Text::new(text);
        let found = figures(&text, 0..text.tokens().len());
        let numbers: Vec<String> =
            found.iter().flat_map(|found| &found.points).map(|point| show_point(point)[1..].to_owned()).collect();
        assert_eq!(numbers.join(" "), expected);
    }
}

#[test]
fn values_as_typed() {
    let text = Text::new("Starter $9, Team $29");
    let points = read(&text, 0..text.tokens().len()).map(|series| series.typed_points());
    let shown: Vec<String> = points.iter().flatten().map(show_point).collect();
    assert_eq!(shown, ["Starter='$9'", "Team='$29'"]);
}

#[test]
fn pairs_of_texts() {
    let table = [
        (
            "Kofi Mensah, CEO; Laura Bianchi, CTO; Hiro Tanaka, Design",
            "Kofi Mensah=CEO|Laura Bianchi=CTO|Hiro Tanaka=Design",
        ),
        ("Ruth (skipper), Oyelaran (first mate), Tim (cook). ocean theme", "Ruth=skipper|Oyelaran=first mate|Tim=cook"),
        ("Dr. Demir – cardiology, Dr. Reed – paediatrics", "Dr. Demir=cardiology|Dr. Reed=paediatrics"),
        (
            "1998 founded in a garage, 2005 first shop, 2014 goes online",
            "1998=founded in a garage|2005=first shop|2014=goes online",
        ),
        (
            "history by date – 1204: first stone, 1666: fire, 2011: new bells",
            "1204=first stone|1666=fire|2011=new bells",
        ),
        ("roadmap  Q1'26 Beta | Q2'26 iOS app | Q4'26 Series A", "Q1'26=Beta|Q2'26=iOS app|Q4'26=Series A"),
        ("08:15 Departs / 09:40 Lunch on deck / 11:05 Arrives", "08:15=Departs|09:40=Lunch on deck|11:05=Arrives"),
        ("Chat. Ana: \"Are you coming?\" Ben: \"5 min!\" Ana: \"ok\"", "Ana=Are you coming?|Ben=5 min!|Ana=ok"),
        (
            "Mum asks \"Did you eat?\", Kit answers \"yes\", Mum again: \"A vegetable?\"",
            "Mum=Did you eat?|Kit=yes|Mum=A vegetable?",
        ),
        ("Lee: who's doing slides\nKim: not it\nLee: …\nvertical, 7s, fast", "Lee=who's doing slides|Kim=not it|Lee=…"),
        (
            "March 2024 kick-off; June 2024 beta; 9 May 2025 launch",
            "March 2024=kick-off|June 2024=beta|9 May 2025=launch",
        ),
        (
            "Jane Doe (CEO), John Smith (CTO) and Mary Major (CFO), light theme",
            "Jane Doe=CEO|John Smith=CTO|Mary Major=CFO",
        ),
        ("chat: Tom: hey! / Amy: hi, you ok? / Tom: yeah", "Tom=hey!|Amy=hi, you ok?|Tom=yeah"),
        ("January: kickoff, March: beta, June: launch", "January=kickoff|March=beta|June=launch"),
        ("websites, apps and brands", ""),
        ("dark theme, 5s", ""),
    ];
    for (text, expected) in table {
        let text = Text::new(text);
        let found = pairs(&text, 0..text.tokens().len());
        let shown: Vec<String> = found
            .iter()
            .flat_map(|found| found.points.iter().zip(&found.typed))
            .map(|(point, typed)| format!("{}={typed}", point.label))
            .collect();
        assert_eq!(shown.join("|"), expected, "{}", text.original());
    }
}

proptest::proptest! {
    #[test]
    fn series_lie_in_the_text(text in crate::value::scan::tests::any_text()) {
        let text = Text::new(text);
        let all = 0..text.tokens().len();
        for series in [read_at_least(&text, all.clone(), 1), figures(&text, all.clone()), pairs(&text, all.clone())].into_iter().flatten() {
            proptest::prop_assert!(series.tokens.start < series.tokens.end && series.tokens.end <= all.end);
            proptest::prop_assert_eq!(series.points.len(), series.typed.len());
        }
    }
}

#[test]
fn parts_of_a_whole() {
    for (text, expected) in [
        ("A pie: half of it is rent, a quarter food, the rest cats.", "rent 50|food 25|cats 25"),
        ("two thirds water, one third salt", "water 66.7|salt 33.3"),
        ("half the team is remote", ""),
        ("a quarter past nine, half ten", ""),
    ] {
        let text = Text::new(text);
        let found = shares(&text, 0..text.tokens().len());
        let shown = found.map_or_else(Vec::new, |found| {
            found.points.iter().map(|point| format!("{} {}", point.label, figure(&point.value))).collect()
        });
        assert_eq!(shown.join("|"), expected, "{}", text.original());
    }
}

fn figure(figure: &Figure) -> String {
    match figure {
        Figure::Number(number) => number.get().to_string(),
        Figure::Text(text) => text.clone(),
    }
}

#[test]
fn dates_behind_what_happened() {
    let text = Text::new("Ana in 1984, Luis in 1986, Carmen in May 1990");
    let found = pairs(&text, 0..text.tokens().len());
    let shown: Vec<String> = found
        .into_iter()
        .flat_map(|found| found.points)
        .map(|point| format!("{} {}", point.label, figure(&point.value)))
        .collect();
    assert_eq!(shown.join("|"), "1984 Ana|1986 Luis|May 1990 Carmen");
}
