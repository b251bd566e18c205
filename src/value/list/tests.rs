use proptest::prelude::*;

use super::*;
use crate::value::scan::tests::any_text;

fn items(text: &str) -> String {
    let text = Text::new(text);
    read(&text, 0..text.tokens().len()).map_or_else(String::new, |list| list.texts().join("|"))
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, items(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text:?}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn commas() {
    check(&[
        ("websites, apps, brands, habits", "websites|apps|brands|habits"),
        ("lower bills, quieter nights and no gas line", "lower bills|quieter nights|no gas line"),
        ("milk, eggs, and bread", "milk|eggs|bread"),
        ("milk, eggs & bread.", "milk|eggs|bread"),
        ("bread and butter, milk, tea", "bread and butter|milk|tea"),
        ("Brightwell, Oakline, Tallow & Co", "Brightwell|Oakline|Tallow & Co"),
        ("eggs (two, large), flour, milk", "eggs (two, large)|flour|milk"),
        ("unlimited boards and guest access", "unlimited boards|guest access"),
        ("red, green or blue", "red|green|blue"),
        ("Tea, Coffee & Mate", "Tea|Coffee|Mate"),
        ("Q&A, R&D and A&B Legal", "Q&A|R&D|A&B Legal"),
        ("1,200 users, 3.5 stars, 24/7 support", "1,200 users|3.5 stars|24/7 support"),
        ("東京、大阪、京都", "東京|大阪|京都"),
        ("strong, social, fast.", "strong|social|fast"),
        ("features like sync, offline mode, and search on a dark blue background", "sync|offline mode|search"),
        ("milk, eggs and tea, dark theme", "milk|eggs|tea"),
    ]);
}

#[test]
fn stronger_separators() {
    check(&[
        ("gutters ; windows ; that one drawer ; garage", "gutters|windows|that one drawer|garage"),
        ("Foldable; 40 km range; App lock; Regenerative brakes", "Foldable|40 km range|App lock|Regenerative brakes"),
        (
            "Shoes off at the door / Quiet after 10pm / Feed the cat",
            "Shoes off at the door|Quiet after 10pm|Feed the cat",
        ),
        ("Beta | iOS app | Series A (hopefully lol)", "Beta|iOS app|Series A (hopefully lol)"),
        ("A&B Legal • Ørsund • Who's Next? • lulùlab", "A&B Legal|Ørsund|Who's Next?|lulùlab"),
        ("--json flag + no more crashes + dark mode", "--json flag|no more crashes|dark mode"),
        ("Learn [Spanish|Português|日本語] in 15 minutes a day", "Spanish|Português|日本語"),
        ("idea → draft → launch", "idea|draft|launch"),
        ("Sign up -> Verify -> Done", "Sign up|Verify|Done"),
        ("buy milk - walk dog - call mom", "buy milk|walk dog|call mom"),
        ("https://a.example/1.jpg, https://b.example/2.jpg", "https://a.example/1.jpg|https://b.example/2.jpg"),
        ("squares/circles/triangles", "squares|circles|triangles"),
        ("Ana, 31; Luis, 28; Mei, 35", "Ana, 31|Luis, 28|Mei, 35"),
        ("Host: Ana // Editor: Luis // Cat: Biscuit", "Host: Ana|Editor: Luis|Cat: Biscuit"),
    ]);
}

#[test]
fn marked_items() {
    check(&[
        ("- Budget Q3\n- Hiring freeze??\n- Q&A (15 min)", "Budget Q3|Hiring freeze??|Q&A (15 min)"),
        ("title: Agenda\n- Budget\n- Lunch, then cake\ndark theme, 7s", "Budget|Lunch, then cake"),
        ("• one\n• two", "one|two"),
        ("* one\n* two\n* three", "one|two|three"),
        ("– eins\n– zwei", "eins|zwei"),
        ("- [ ] milk\n- [x] eggs", "milk|eggs"),
        ("[x] milk\n[ ] eggs", "milk|eggs"),
        ("- just one", "just one"),
        ("1. Soak the beans 2. Grind them 3. Strain the milk", "Soak the beans|Grind them|Strain the milk"),
        ("1) Snap a pic 2) We quote u 3) Get paid!   corporate theme; 16:9", "Snap a pic|We quote u|Get paid!"),
        ("top 5\n1 Mamma's\n2 Crust Issues\n3 Slice & Dice\nretro theme", "Mamma's|Crust Issues|Slice & Dice"),
        ("(1) Mix (2) Bake (3) Eat", "Mix|Bake|Eat"),
        ("Step 1: Plan, Step 2: Build, Step 3: Ship", "Plan|Build|Ship"),
        ("1️⃣ Plan 2️⃣ Build 3️⃣ Ship", "Plan|Build|Ship"),
        ("a) Paris b) Rome c) Berlin", "Paris|Rome|Berlin"),
        ("✅ fast ✅ cheap ✅ green", "fast|cheap|green"),
        ("1. Wash\n2. Cut, then dry\n3. Cook", "Wash|Cut, then dry|Cook"),
        (
            "\"Ana liked it\", \"New follower: Tom\", \"Battery at 10%\"",
            "Ana liked it|New follower: Tom|Battery at 10%",
        ),
        ("\"a, b\" and \"c\"", "a, b|c"),
        ("“eins” “zwei”\n“drei”", "eins|zwei|drei"),
        ("'<1 min setup', '24h refunds' on navy", "<1 min setup|24h refunds"),
    ]);
}

#[test]
fn lines_of_their_own() {
    check(&[
        ("Host - J. Alvarez\nEditor - M. Sato\nCat - Biscuit", "Host - J. Alvarez|Editor - M. Sato|Cat - Biscuit"),
        ("Host - Ana\nEditor - Luis\nwhite text, black bg, slow, 20s", "Host - Ana|Editor - Luis"),
        ("one,\ntwo,\nthree", "one|two|three"),
        ("Our rules:\nShoes off\nNo drums", "Shoes off|No drums"),
        ("Ticket; Sunscreen; Camera\nocean theme", "Ticket|Sunscreen|Camera"),
    ]);
}

#[test]
fn what_surrounds_a_list_is_left_out() {
    check(&[
        ("Passport, Charger, Snacks, dark theme, 5s", "Passport|Charger|Snacks"),
        ("flour, sugar, butter, 5 seconds, 1:1", "flour|sugar|butter"),
        ("busy, tired, curious, 9:16, fast", "busy|tired|curious"),
        (
            "Heading: House rules. Then bring in: Shoes off / Quiet after 10pm / Feed the cat",
            "Shoes off|Quiet after 10pm|Feed the cat",
        ),
        ("\"Spring cleaning\": gutters ; windows ; garage. tick em fast. pastel theme", "gutters|windows|garage"),
        (
            "Written by Class 6B; Costumes: Ms Adeyemi; Catering: Everyone's mums",
            "Written by Class 6B|Costumes: Ms Adeyemi|Catering: Everyone's mums",
        ),
        ("Foldable; App lock; Good brakes — under the heading “Why?”", "Foldable|App lock|Good brakes"),
        ("apples, pears and plums in teal", "apples|pears|plums"),
        ("version 7.0 (Tabs are back, Dark mode, 40% smaller)", "Tabs are back|Dark mode|40% smaller"),
        ("Subscribe / Like / 🔔 On. retro theme, 20s", "Subscribe|Like|🔔 On"),
        ("\"We build\" and then websites, apps, brands", "websites|apps|brands"),
        (
            "notes \"Rough edges\" + --json flag + no more crashes | dark theme | mono font",
            "--json flag|no more crashes",
        ),
        ("End screen for @mossyknits with Like, Subscribe and Share", "Like|Subscribe|Share"),
        ("Dr. Demir, Dr. Reed, Nurse Jo", "Dr. Demir|Dr. Reed|Nurse Jo"),
        ("cheap, calming, a thousand kinds. Coffee: strong, social, fast.", "cheap|calming|a thousand kinds"),
    ]);
}

#[test]
fn none_where_there_is_none() {
    check(&[("", ""), ("make it bigger", ""), ("one thing", ""), ("dark theme, 5s", ""), ("- ", ""), (", ;", "")]);
}

proptest! {
    #[test]
    fn items_lie_in_the_range(text in any_text()) {
        let text = Text::new(text);
        if let Some(list) = read(&text, 0..text.tokens().len()) {
            let mut end = list.tokens.start;
            for item in &list.items {
                prop_assert!(item.tokens.start >= end && item.tokens.start < item.tokens.end);
                prop_assert!(!item.text.is_empty());
                end = item.tokens.end;
            }
            prop_assert!(end <= text.tokens().len());
        }
    }
}
