use proptest::prelude::*;

use super::*;
use crate::value::{Certainty, Kind, Number};

/// `words=value`, with `?` where the words could be something else and `!` where they look like a name.
fn readings(text: &str) -> String {
    let text = Text::new(text);
    let shown: Vec<String> = read(&text).iter().map(|reading| show(&text, reading)).collect();
    shown.join(" | ")
}

fn show(text: &Text, reading: &Reading) -> String {
    let number = |number: &Number| number.get().to_string();
    let value = match &reading.kind {
        Kind::Colour(colour) => colour.css().to_owned(),
        Kind::Gradient(gradient) => format!("{} to {}", gradient.from.css(), gradient.to.css()),
        Kind::Seconds(seconds) => format!("{}s", number(seconds)),
        Kind::Frames(frames) => format!("{}f", number(frames)),
        Kind::Fps(fps) => format!("{}fps", number(fps)),
        Kind::Number(value) => number(value),
        Kind::Percent(value) => format!("{}%", number(value)),
        Kind::Fraction(value) => format!("part {}", number(value)),
        Kind::Range(from, to) => format!("{}..{}", number(from), number(to)),
        Kind::Aspect { width, height } => format!("{width}:{height}"),
        Kind::Money { amount, sign } => format!("{sign} {}", number(amount)),
        Kind::Date(_) => "date".to_owned(),
        Kind::Time(_) => "time".to_owned(),
        Kind::Version(_) => "version".to_owned(),
        Kind::Url(_) => "url".to_owned(),
        Kind::Email(_) => "email".to_owned(),
        Kind::File(_) => "file".to_owned(),
        Kind::Handle(_) => "handle".to_owned(),
    };
    let doubt = match reading.certainty {
        Certainty::Sure => "",
        Certainty::Homonym => "?",
        Certainty::Name => "!",
    };
    format!("{}={value}{doubt}", text.slice(reading.span))
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, readings(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text:?}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn colours() {
    check(&[
        ("make it teal", "teal=teal"),
        ("dark-red bg", "dark-red=darkred"),
        ("particles on midnight blue", "midnight blue=midnightblue"),
        ("MidnightBlue background", "MidnightBlue=midnightblue"),
        ("grey text, dark grey border", "grey=gray | dark grey=darkgray"),
        ("light slate-grey", "light slate-grey=lightslategray"),
        ("accent #C8102E, bg #0f2027 and #000", "#C8102E=#C8102E | #0f2027=#0f2027 | #000=#000"),
        ("#11223380 overlay", "#11223380=#112233"),
        ("bg:#fff;fg:#1e3", "#fff=#fff | #1e3=#1e3"),
        ("tagged #fade and #launchday, we're #1, #12345", "#fade=#fad?"),
        ("rgb(12, 34,56) on rgb(255 255 255) please", "rgb(12, 34,56)=#0c2238 | rgb(255 255 255)=#ffffff"),
        ("hsl(120,100%,25%)!", "hsl(120,100%,25%)=#008000"),
        ("hotpink glow, hot pink glow", "hotpink=hotpink | hot pink=hotpink"),
        ("navy blue on off-white", "navy blue=navy | off-white=#faf9f6"),
        ("burgundy, lilac and terra cotta", "burgundy=#800020 | lilac=#c8a2c8 | terra cotta=#e2725b"),
        ("pure white on solid black", "pure white=white | solid black=black"),
        ("a dark theme with light text and soft fades", ""),
        ("bright, vivid colours; deep shadows", ""),
        ("a navy, a crimson", "navy=navy | crimson=crimson"),
        ("red/blue split", "red=red | blue=blue"),
        ("black and white", "black=black | white=white"),
        ("a \"red\" word, 'navy' too", ""),
        ("Black background everywhere.", "Black=black"),
        ("thing in Navy", "Navy=navy!"),
        ("Background: Black, Accent: Gold", "Black=black | Gold=gold"),
        ("DARK RED BG", "DARK RED=darkred"),
    ]);
}

#[test]
fn shades_are_computed() {
    check(&[
        ("dark purple", "dark purple=#4d004d"),
        ("light teal", "light teal=#83c2c1"),
        ("very dark blue", "very dark blue=#000054"),
        ("pastel pink", "pastel pink=#eecdd3"),
        ("a deep-blue sea", "deep-blue=#001c9d"),
        ("muted green bars", "muted green=#4f7c4b"),
        ("dark navy blue", "dark navy blue=#00004d"),
        ("dark plum", "dark plum=#905b91"),
    ]);
}

#[test]
fn words_that_are_rarely_colours() {
    check(&[
        ("grilled salmon with wheat bread and plum jam", "salmon=salmon? | wheat=wheat? | plum=plum?"),
        ("orange juice for the gold medal", "orange=orange? | gold=gold?"),
        (
            "Green Day and Violet were there with Rose and Ruby",
            "Green=green! | Violet=violet! | Rose=#ff66a1! | Ruby=#e0115f!",
        ),
        ("a rose gold ring on mint green", "rose gold=#b76e79 | mint green=#98ff98"),
        ("sale on BLACK FRIDAY only", "BLACK=black!"),
        ("red-hot chili, code-red", "red=red? | red=red?"),
        ("evergreen, reddish, blueprint, tanned", ""),
        ("#green @violet", "@violet=handle"),
    ]);
}

#[test]
fn gradients() {
    check(&[
        ("teal to violet", "teal to violet=teal to violet"),
        ("bg from #fff to #000, 5s", "from #fff to #000=#fff to #000 | 5s=5s"),
        ("blue → red", "blue → red=blue to red"),
        ("blue->red", "blue->red=blue to red"),
        ("navy --> light teal", "navy --> light teal=navy to #83c2c1"),
        ("blue-to-red", "blue-to-red=blue to red"),
        ("navy fading into a deep purple", "navy fading into a deep purple=navy to #550055"),
        ("orange to firebrick", "orange to firebrick=orange to firebrick"),
        ("change the background from white to black", "from white to black=white to black?"),
        ("orange and pink gradient", "orange=orange | pink=pink"),
        ("from 1 to 2", "1=1 | 2=2"),
        ("go to red", "red=red"),
        ("red to-do list", "red=red"),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("from 0 to 12,500", "0=0 | 12,500=12500"),
        ("1 200 and 1 200 000 and 1\u{202f}490", "1 200=1200 | 1 200 000=1200000 | 1\u{202f}490=1490"),
        ("day 1 200, week 2 310", "1=1 | 200=200 | 2=2 | 310=310"),
        ("1.200.000 or 1.200,50 or 1,200.50", "1.200.000=1200000 | 1.200,50=1200.5 | 1,200.50=1200.5"),
        ("6,5 and 0,500 and 3.14", "6,5=6.5 | 0,500=0.5 | 3.14=3.14"),
        (
            "1.2k 88.3K 3.5M 2bn 4 million 10 k",
            "1.2k=1200 | 88.3K=88300 | 3.5M=3500000 | 2bn=2000000000 | 4 million=4000000 | 10 k=10000",
        ),
        ("8.2m users", "8.2m=8200000"),
        ("twenty, twenty-five, twenty five", "twenty=20 | twenty-five=25 | twenty five=25"),
        (
            "ten thousand; a hundred; half a million; a dozen; two dozen",
            "ten thousand=10000 | a hundred=100 | half a million=500000 | a dozen=12 | two dozen=24",
        ),
        (
            "one hundred and twenty three thousand four hundred",
            "one hundred and twenty three thousand four hundred=123400",
        ),
        ("four and a half stars", "four and a half=4.5"),
        ("two and a half million", "two and a half million=2500000"),
        ("three point five", "three point five=3.5"),
        ("zero, nil", "zero=0 | nil=0"),
        ("-3 and −12.5 and minus 4, +7", "-3=-3 | −12.5=-12.5 | minus 4=-4 | +7=7"),
        ("2½ and 2 1/2 cups", "2½=2.5 | 2 1/2=2.5"),
        ("(15) [16] 17! 18? 19.", "15=15 | 16=16 | 17=17 | 18=18 | 19=19"),
        ("one of them", "one=1?"),
        ("120+ countries", "120=120"),
        ("x=5, y:6", "5=5 | 6=6"),
    ]);
}

#[test]
fn percentages_parts_and_ranges() {
    check(&[
        ("45% or 45 % or 45 percent or 45 per cent", "45%=45% | 45 %=45% | 45 percent=45% | 45 per cent=45%"),
        ("-25% on everything, -70%", "-25%=-25% | -70%=-70%"),
        ("seventy two percent", "seventy two percent=72%"),
        ("until it's three quarters full", "three quarters full=75%"),
        ("half done", "half done=50%"),
        ("two-thirds of the way", "two-thirds of the way=66.66666666666666%"),
        ("three quarters of it", "three quarters=part 0.75"),
        ("half the frame", "half=part 0.5?"),
        ("0-100 or 7–10 days", "0-100=0..100? | 7–10=7..10?"),
        ("0,5 %", "0,5 %=0.5%"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("$0 -> $2,500,000", "$0=$ 0 | $2,500,000=$ 2500000"),
        ("2.5M€ or €8.2m or $94k or £29", "2.5M€=€ 2500000 | €8.2m=€ 8200000 | $94k=$ 94000 | £29=£ 29"),
        ("20 dollars, twenty euros, 5 bucks", "20 dollars=$ 20 | twenty euros=€ 20 | 5 bucks=$ 5"),
        ("CHF 20, 20 CHF, US$5, kr 300", "CHF 20=CHF 20 | 20 CHF=CHF 20 | US$5=US$ 5 | kr 300=kr 300"),
        ("1 490 kr", "1 490 kr=kr 1490"),
        (
            "12 €/month, £49/yr, $9 per user, $5 a month",
            "12 €/month=€ 12 | £49/yr=£ 49 | $9 per user=$ 9 | $5 a month=$ 5",
        ),
        ("$1.5 million", "$1.5 million=$ 1500000"),
        ("-$20 and $-20", "-$20=$ -20 | $-20=$ -20"),
        ("echo $HOME and $USER", ""),
        ("try 5 times", "5=5"),
        ("Solo $9, Team $29", "$9=$ 9 | $29=$ 29"),
    ]);
}

#[test]
fn durations() {
    check(&[
        ("4s 4 sec 4secs 4 seconds 4 s", "4s=4s | 4 sec=4s | 4secs=4s | 4 seconds=4s | 4 s=4s"),
        ("eight seconds, ten secs", "eight seconds=8s | ten secs=10s"),
        ("3000 ms, 3.5s, 6,5 s", "3000 ms=3s | 3.5s=3.5s | 6,5 s=6.5s"),
        (
            "half a second, a second and a half, half a minute",
            "half a second=0.5s | a second and a half=1.5s | half a minute=30s",
        ),
        ("a quarter of a minute, quarter of a minute", "a quarter of a minute=15s | quarter of a minute=15s"),
        ("three quarters of a second", "three quarters of a second=0.75s"),
        ("two and a half seconds, 2.5 seconds long", "two and a half seconds=2.5s | 2.5 seconds=2.5s"),
        ("1 min 30, 1m30s, 1 minute and 30 seconds", "1 min 30=90s | 1m30s=90s | 1 minute and 30 seconds=90s"),
        ("a 5-second clip, five-second intro", "5-second=5s | five-second=5s"),
        ("150 frames, 200 frames @ 25fps", "150 frames=150f | 200 frames=200f | @ 25fps=25fps"),
        (
            "60 fps, 60fps, at 24 frames per second, 30 frames a second",
            "60 fps=60fps | 60fps=60fps | 24 frames per second=24fps | 30 frames a second=30fps",
        ),
        ("fps: 60, frame rate of 24", "fps: 60=60fps | frame rate of 24=24fps"),
        ("0:15 or 00:30", "0:15=15s | 00:30=30s"),
        ("1:30 min", "1:30 min=90s"),
        ("a second later", "a second=1s"),
        ("add a second title", ""),
        ("the second one, a second line", "one=1?"),
        ("5 Seconds of Summer", "5 Seconds=5s!"),
        ("MAKE IT 5 SECONDS", "5 SECONDS=5s"),
        ("like in the 80s, 90s style", "80s=80s? | 90s=90s?"),
        ("a couple of seconds", "a couple of seconds=2s"),
        ("10s.", "10s=10s"),
        ("(3s)", "3s=3s"),
    ]);
}

#[test]
fn figures_that_are_no_numbers() {
    check(&[
        ("12–18 May", "12–18 May=date"),
        ("24 December 2026, 3rd of October, Sat 3 Oct", "24 December 2026=date | 3rd of October=date | Sat 3 Oct=date"),
        ("until 14/02, ends 28/11 or 28/11/2026", "14/02=date | 28/11=date | 28/11/2026=date"),
        ("2026-09-12", "2026-09-12=date"),
        ("March 2026, December 24th, 2026", "March 2026=date | December 24th, 2026=date"),
        ("May 12", "May 12=date?"),
        ("it may 3 times", "3=3"),
        ("19:00, 7pm, 11 am, 7:30 pm, noon", "19:00=time | 7pm=time | 11 am=time | 7:30 pm=time | noon=time"),
        ("5:30pm", "5:30pm=time"),
        ("24/7 support", ""),
        ("version 2.4.0, v7.0, v0.9-rc2", "2.4.0=version | v7.0=version | v0.9-rc2=version"),
        ("9:16, 16:9, 1:1", "9:16=9:16 | 16:9=16:9 | 1:1=1:1"),
        ("1080x1080, 1080x1920px, 1920 × 1080", "1080x1080=1080:1080 | 1080x1920px=1080:1920 | 1920 × 1080=1920:1080"),
        ("Q1, Q1'26, 3rd, 3D, 2x, 7Seas, B2B, MP3", ""),
        ("screen-2, step-by-step, 10-year plan", ""),
    ]);
}

#[test]
fn addresses() {
    check(&[
        ("https://photos.example.com/lofoten.jpg, caption", "https://photos.example.com/lofoten.jpg=url"),
        ("(see www.villaolivo.example/rooms).", "www.villaolivo.example/rooms=url"),
        ("at letters.example, ward7solar.example.org", "letters.example=url | ward7solar.example.org=url"),
        ("my-site.dev/path?x=1&y=2#top!", "my-site.dev/path?x=1&y=2#top=url"),
        ("https://en.example.org/wiki/Foo_(bar) ok", "https://en.example.org/wiki/Foo_(bar)=url"),
        ("main.py, greet.ts, rex.jpg and ./src/app.tsx", "main.py=file | greet.ts=file | rex.jpg=file | app.tsx=file"),
        ("1.jpg 2.jpg IMG_2041.HEIC screen-2.png", "1.jpg=file | 2.jpg=file | IMG_2041.HEIC=file | screen-2.png=file"),
        ("@grandma.cooks, follow @zoe_l. ＠luthier", "@grandma.cooks=handle | @zoe_l=handle | ＠luthier=handle"),
        ("mail jo.b@shop.example now", "jo.b@shop.example=email"),
        ("no more 500s @ night", "500s=500s"),
        ("the end.Then more. e.g. this, i.e. that", ""),
        ("we're done.no more", "done.no=url?"),
        ("https://acme.example/pricing?ref=video&utm=yt pg", "https://acme.example/pricing?ref=video&utm=yt=url"),
        ("Dr. Sam, a.m., U.S.", ""),
    ]);
}

proptest! {
    #[test]
    fn readings_lie_in_the_text_one_after_another(text in any_text()) {
        let text = Text::new(text);
        let mut end = 0;
        for reading in read(&text) {
            prop_assert!(reading.tokens.start >= end && reading.tokens.start < reading.tokens.end);
            prop_assert!(reading.tokens.end <= text.tokens().len());
            prop_assert!(text.original().get(reading.span.range()).is_some());
            end = reading.tokens.end;
        }
    }

    #[test]
    fn whole_numbers_are_read_as_written(number in 0_u32..=999_999_999) {
        for written in [number.to_string(), separated(number, ","), separated(number, " "), separated(number, "\u{202f}")] {
            prop_assert_eq!(readings(&written), format!("{}={}", written, number));
        }
    }

    #[test]
    fn fractions_are_read_as_written(number in 0_u32..=999_999) {
        let number = f64::from(number) / 100.0;
        prop_assert_eq!(readings(&number.to_string()), format!("{number}={number}"));
    }
}

fn separated(number: u32, separator: &str) -> String {
    let digits = number.to_string();
    let head = (digits.len() - 1) % 3 + 1;
    let mut written = digits[..head].to_owned();
    for group in digits.as_bytes()[head..].chunks(3) {
        written.push_str(separator);
        written.extend(group.iter().map(|&byte| byte as char));
    }
    written
}

/// Arbitrary text, and text of pieces that readers look for.
pub(in crate::value) fn any_text() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "1", "12,500", "3.5", "2.4.0", "s", " ", " ", "-", "–", "/", ":", ".", "@", "#", "fff", "%", "$", "€", "k",
        "m", "half", "a", "second", "and", "twenty", "hundred", "dark", "blue", "to", "from", "→", "->", "rgb(", ")",
        "(", "May", "of", "v", "x", "fps", "frames", "\"", "'", "\n", "\t", "- ", "1. ", ", ", "; ", " | ", "https://",
        "www.", ".com", "é", "İ", "🐶", "½", "=", "per", "very", "minus", "point", "A", "Q1", "…", "½",
    ];
    prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat())
    ]
}
