//! Words that made-up requests are about. They teach the model what values look like, not what they mean, so they are of
//! many fields, lengths and spellings.

pub(super) const FIRST_NAMES: [&str; 36] = [
    "Amara", "Bjørn", "Carla", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ines", "Jonas", "Kofi", "Lena", "Mateo",
    "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Sven", "Tomoko", "Ute", "Viktor", "Wanda", "Xenia", "Yusuf",
    "Zofia", "Dr. Maya", "Prof. Ian", "Capt. Lou", "Sam", "Jo", "Bea", "Rafael", "Minh", "Siobhán", "Aisha",
];

pub(super) const LAST_NAMES: [&str; 32] = [
    "Okafor", "Lindqvist", "Moreau", "Petrov", "Yilmaz", "Haddad", "Vogel", "Sato", "Duarte", "Weber", "Mensah",
    "Novak", "García", "Rahman", "Nyström", "Iyer", "Dubois", "Marino", "Hansen", "Tanaka", "Fischer", "Orlov",
    "Kowalska", "Papadakis", "Demir", "Baker", "van Dijk", "O'Connell", "de la Cruz", "Nguyen", "Byrne", "Stone",
];

pub(super) const JOBS: [&str; 36] = [
    "head of design", "beekeeper", "Chief Engineer", "nurse", "Mayor of Utrecht", "Professor of Law", "CTO",
    "founder & CEO", "first violin", "Director of Photography", "pastry chef", "marine biologist", "Product Manager",
    "volunteer", "goalkeeper", "Head Coach", "author of Cold Rooms", "editor", "Data Scientist at Norvik", "teacher",
    "landscape architect", "ceramic artist", "board member", "Senior Analyst", "ferry captain", "midwife", "gardener",
    "VP Sales", "student", "customer since 2019", "mechanic", "Minister of Transport", "CFO, Halden Group", "host",
    "camera", "lead developer",
];

pub(super) const FIRMS: [&str; 32] = [
    "Norvik", "Blue Heron", "Acorn & Sons", "Tidewater", "Pixelmill", "Café Orion", "Studio Nine", "Greenleaf Energy",
    "Halden Group", "Kettle", "Moonbase", "Fern & Field", "Lumen Labs", "Paper Boat", "Bakkerij Smit", "Zephyr Air",
    "Old Harbour Books", "Copperline", "Wildgarten", "Basecamp Dental", "Quantum Soup", "Harbour Lights", "Loomly",
    "North Street Gym", "Atlas Freight", "Cinnamon", "Redwood Bank", "Hopscotch", "Vela", "Bar Central", "Tuk Tuk",
    "The Larder",
];

pub(super) const PLACES: [&str; 20] = [
    "Town Hall", "Room 204", "Kraków", "the old brewery", "Main Stage", "Harbour Square 3", "Lisbon", "Zoom",
    "Sports hall B", "Riverside Park", "Berlin, Hall 5", "the library", "Pier 7", "Gate C", "Nairobi", "our shop",
    "Green Room", "12 Mill Lane", "Oslo", "Barn 2",
];

pub(super) const NOUNS: [&str; 64] = [
    "bees", "winter", "harbour", "rivers", "coffee", "mountains", "trains", "bread", "robots", "gardens", "glass",
    "music", "sleep", "taxes", "volcanoes", "bicycles", "lighthouse", "ocean", "market", "paper", "forest", "wool",
    "shadows", "cheese", "wolves", "summer", "kitchen", "islands", "atlas", "morning", "thunder", "bridges",
    "letters", "stars", "snow", "moss", "engines", "teachers", "night", "soil", "numbers", "tea", "neighbours",
    "whales", "copper", "clocks", "stories", "light", "salt", "dogs", "maps", "rent", "budget", "exams", "recycling",
    "parking", "holidays", "solar", "crops", "football", "chess", "saturday", "monday", "yoga",
];

pub(super) const ADJECTIVES: [&str; 32] = [
    "quiet", "long", "blue", "hidden", "new", "wild", "last", "open", "slow", "golden", "great", "small", "early",
    "late", "northern", "broken", "happy", "simple", "deep", "brave", "second", "warm", "honest", "electric",
    "silent", "urban", "better", "annual", "free", "fresh", "daily", "secret",
];

pub(super) const VERBS: [&str; 20] = [
    "build", "grow", "save", "learn", "fix", "plant", "read", "ride", "share", "find", "pack", "write", "measure",
    "paint", "walk", "cook", "trust", "choose", "start", "repair",
];

/// Whole sentences: sayings, messages, answers, reviews.
pub(super) const SENTENCES: [&str; 48] = [
    "We open at nine tomorrow.", "It never rains on a Tuesday", "Best sleep in years!",
    "they answered within minutes", "Less noise, more signal.", "I'll be home late, don't wait up",
    "Nothing grows without light.", "Yes, if you freeze it.", "About four hundred litres a day",
    "The bus was early for once", "Measure twice, cut once.", "Your parcel has arrived", "No, and here is why",
    "Everything we know about fog", "A tool for people who hate tools", "made by hand in Porto", "Worth every cent.",
    "Please bring a coat", "Only three seats left", "because small things add up", "Who turned off the lights?",
    "You can sleep when it is done", "It depends on the weather.", "Stay curious", "Two minutes to the next stop",
    "He who asks is a fool for five minutes.", "thank you for the flowers", "Our servers are back",
    "I have seen the sea", "Be kind, rewind", "what a year it was", "Don't feed the swans",
    "a small fish with a loud voice", "the smell of earth after rain", "Time flies like an arrow",
    "Join us for the harvest", "We cut the waste in half.", "Never trust a tidy desk", "My kids love it",
    "Ask me anything", "Good things take time", "the feeling of being at home somewhere",
    "a person who collects maps", "Roughly eight minutes", "None at all.", "Happy to help!",
    "Keep calm and carry a towel", "One step at a time",
];

pub(super) const QUESTIONS: [&str; 16] = [
    "Do fish sleep?", "How long does it take?", "Can I bring my dog?", "Why is the sky blue?", "What is a heat pump?",
    "Is it free?", "How tall is the tower?", "Where does tea come from?", "Do I need a visa?",
    "Who invented the zip?", "Can plants hear?", "How many bones has a cat?", "What time do you close?",
    "Is glass a liquid?", "does it work offline?", "how much is the fish?",
];

/// Items that belong together, each separated by a bar.
pub(super) const ITEMS: [&str; 22] = [
    "eggs|milk|flour|butter|sugar", "Plan|Build|Test|Ship", "lower bills|quieter nights|no gas line|fewer repairs",
    "Passport|Tickets|Charger|Sunscreen|Book", "Sign up|Choose a plan|Invite your team",
    "faster search|dark mode|fixed sync", "Berlin|Porto|Oslo|Tallinn|Ghent",
    "Free delivery|30 days to return|Real people on the phone", "fast|honest|local",
    "wash the rice|boil the water|wait ten minutes", "No ads|Offline maps|Shared lists|Widgets|Themes",
    "Call the plumber|Pay rent|Water the plants", "Directed by Ana Reis|Music by Tom Holt|Edited by Lu Chen",
    "Start small|Ask early|Write it down", "Tea|Coffee|Cocoa|Juice", "2 GB storage|Email support|API access",
    "Gather|Sort|Share", "Everest|K2|Lhotse", "designers|builders|dreamers",
    "Peel the apples|Mix the dough|Bake for an hour", "cheaper|cleaner|closer to home",
    "Mute the phone|Close the door|Breathe",
];

pub(super) const LABELS: [&str; 40] = [
    "Mon", "Tue", "Wed", "Thu", "Q1", "Q2", "Q3", "Q4", "Jan", "Feb", "Mar", "2021", "2022", "2023", "Norway",
    "Ghana", "Peru", "rent", "food", "Rust", "Go", "Python", "cats", "dogs", "Solar", "Wind", "Coal", "Team A",
    "Team B", "Mobile", "Desktop", "North", "South", "tea", "bread", "Basic", "Pro", "Starter", "week 1", "week 2",
];

/// What counted things are called.
pub(super) const COUNTED: [&str; 20] = [
    "trees planted", "happy customers", "downloads", "km walked", "cups sold", "days without rain", "subscribers",
    "jars left", "of the bridge is built", "members", "storage used", "loaves baked", "Visitors", "Open tickets",
    "letters sent", "books read", "meals served", "Upload", "seconds to go", "followers",
];

pub(super) const BUTTONS: [&str; 16] = [
    "Buy now", "Start free", "Join us", "Get tickets", "Subscribe", "Download", "Find a table", "Book a ride",
    "Learn more", "Sign up", "Try it", "Order yours", "Send", "Donate", "Play", "Open account",
];

/// Units behind or before figures.
pub(super) const UNITS: [&str; 12] =
    [
    "kg", "km", "%", "$", "€", "litres", "hours", "GB", "points", "m²", "million", "+",
];

pub(super) const SINGLE_WORDS: [&str; 16] = [
    "petrichor", "fika", "hygge", "saudade", "entropy", "gloaming", "defenestrate", "photosynthesis", "ubuntu",
    "serendipity", "chiaroscuro", "zeitgeist", "ephemeral", "mamihlapinatapai", "kerning", "sonder",
];

/// What no value is: wishes for more than a template shows, and talk.
pub(super) const WISHES: [&str; 44] = [
    "with a penguin that dances in the corner", "while rain runs down a window", "that morphs into a bird",
    "filmed from above", "and a hand comes in and turns the page", "with footage of our office behind it",
    "and then the camera flies through a tunnel", "like in that old movie with the train",
    "made of ice that slowly melts", "a fox running across the snow", "people walking through a city at night",
    "my voice reading it aloud", "synced to the beat of the song", "where each letter is a little animal",
    "with our mascot waving", "as if drawn by a child", "on a wooden table with coffee stains",
    "in the style of a comic book", "with a map of Europe that lights up",
    "the ship sinks and the waves close over it", "until the whole thing explodes",
    "a ball that rolls down the stairs", "with a real person holding it", "and a dragon breathes fire on it",
    "while a cat knocks over a glass", "in 3D so that one can turn it around", "with the sound of a typewriter",
    "that reacts to the mouse", "as a puzzle whose parts fall into place", "for the talk I give about it next week",
    "the way my grandmother used to do it", "because our old one looks dated", "as we discussed on the phone",
    "so that people remember it", "with somebody cutting a ribbon", "the crowd cheers and throws hats",
    "shown on a phone in someone's hand", "a candle burning down beside it", "showing the inside of a volcano",
    "so it matches our website", "with subtitles in three languages", "while leaves fall from a tree",
    "and the moon rises behind it", "two birds fight over it",
];

/// What people do with a scene that is there, or ask about one, before its name and behind it.
pub(super) const EDITS: [(&str, &str); 22] = [
    ("move the", "to the left"), ("move Ana's", "to the top right corner"), ("make our", "a bit faster"),
    ("delete the", ""), ("transcribe this interview and add", ""), ("change the colour of the", "to teal"),
    ("swap the", "and the end screen"), ("what is a", "good for?"), ("how do I export a", "as mp4?"),
    ("put the", "before the intro"), ("shorten the", "by a second"), ("undo the last change to the", ""),
    ("replace the music under the", ""), ("translate this and use it as", ""), ("why does the", "look so dark?"),
    ("check the spelling in Tom's", ""), ("compare last year's", "with this one"),
    ("email me the", "when it is done"), ("drop the third", "and keep the rest"), ("summarise this article as", ""),
    ("the second", "is too slow"), ("film the reactions to the", ""),
];

/// How people set what stands around the values.
pub(super) const SETTINGS: [&str; 34] = [
    "dark theme", "in teal", "4s", "5 seconds", "vertical", "9:16", "square", "on black", "navy background", "slow",
    "fast", "mono font", "serif", "red accent", "white text", "for reels", "pastel theme", "bounce", "fade in",
    "6 sec", "bold", "big", "light theme", "gold on black", "16:9", "10s", "yellow bg", "at the bottom",
    "slide in from the left", "corporate", "retro theme", "#ff6600", "orange", "huge",
];

/// What people begin with.
pub(super) const OPENERS: [&str; 30] = [
    "", "", "", "", "make a", "create a", "I want a", "I need a", "can you do a", "please make me a", "a", "an",
    "the", "show a", "give me a", "add a", "we need a", "hi, could you make a", "build me a", "make", "put up a",
    "I'd like a", "let's have a", "next: a", "now a", "Design a", "generate a", "simple", "animated", "one",
];

/// What stands between the name of a scene and its main text.
pub(super) const JOINS: [&str; 44] = [
    ":", ":", ":", ":", ",", " -", " saying", " that says", " with", " with the text", " reading", " which reads",
    " for", " of", " called", " titled", "", "", "", "", "", "", ".", ".", "\n", "\n", " /", " |", " →", " showing",
    " spelling", " with the words", " to say", ", it should say", " that spells out", " about", " =",
    " where it says", " in which one reads", " made of the words", " going", " that goes", ", namely", " like",
];

/// What stands between values.
pub(super) const BETWEEN: [&str; 22] = [
    ", ", ", ", ", ", "; ", "\n", "\n", " / ", " | ", ". ", " - ", " and ", ", and ", ", then ", " with ", ", with ",
    " — ", " ", ". ", " plus ", " and then ", ", beneath it ", " followed by ",
];

/// What leads to a value that its cue announces.
pub(super) const LEADS: [&str; 12] =
    [
    " ", ": ", ": ", " is ", " = ", " says ", ":\n", " should be ", " – ", " reads ", " ", ", ",
];

/// What stands between a label and its value; what opens a bracket closes it behind the value.
pub(super) const FIGURE_JOINS: [&str; 28] = [
    " ", " ", ": ", ": ", " is ", " = ", " at ", " with ", " – ", " had ", ", ", " got ", " costs ", " → ", " was ",
    " makes ", " (", " (", " who is ", " gets ", " takes ", " reached ", " goes for ", " comes to ", " sold ",
    " says ", " - ", " writes ",
];

/// What stands between a main text and the name of the scene behind it.
pub(super) const BEFORE_NAME: [&str; 9] = [" as a ", " in a ", " on a ", ", ", " as ", ": ", " - ", " for a ", "\n"];

/// What a scene is for.
pub(super) const PURPOSES: [&str; 6] =
    ["for our team", "for the shop", "about it", "for next week", "for my class", "here"];
