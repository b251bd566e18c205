use super::*;

fn mistakes(text: &str) -> Vec<String> {
    let read = Assumptions::read(&Source::new("a.yaml", text));
    let error = read.expect_err("mistakes");
    error.diagnostics().iter().map(|found| format!("{} {}", found.line_and_column().0, found.message())).collect()
}

#[test]
fn what_is_built_in_is_the_analysis() -> Result<()> {
    let built_in = Assumptions::built_in()?;
    let dollars = |way: Way| {
        let calls = built_in.ways[&way].iter().filter_map(|step| match step {
            Step::Call(work) => built_in.former.get(work),
            Step::Pause(_) => None,
        });
        let costs = calls.map(|FormerCall { price, input, output, .. }| {
            price.of(&crate::llm::Usage { input: *input, output: *output, ..Default::default() })
        });
        costs.sum::<crate::llm::Cost>().dollars()
    };
    assert_eq!(dollars(Way::Add), 0.065, "what the analysis says a scene costs");
    assert_eq!(built_in.ways[&Way::Add].len(), 5);
    assert_eq!(built_in.counting.tokens(4001), 1001);
    Ok(())
}

#[test]
fn draws_lie_in_their_ranges_and_follow_from_what_they_are_for() -> Result<()> {
    let built_in = Assumptions::built_in()?;
    let draw = |seed, number| Draw { seed, request: "da001", what: "code", number };
    let times: Vec<f64> = (0..500).map(|number| built_in.call(Work::Code, draw(1, number)).0.as_secs_f64()).collect();
    assert!(times.iter().all(|time| (35.0..=50.0).contains(time)));
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    assert!((42.0..43.0).contains(&mean), "{mean}");
    assert_eq!(built_in.call(Work::Code, draw(1, 7)), built_in.call(Work::Code, draw(1, 7)));
    assert_ne!(built_in.call(Work::Code, draw(1, 7)), built_in.call(Work::Code, draw(2, 7)));
    Ok(())
}

#[test]
fn all_mistakes_are_told_at_their_places() {
    let text = BUILT_IN
        .replace("fill: {seconds: [2, 3],", "fill: {seconds: [3, 2],")
        .replace("  vision: {output: 300, source: ", "  vision: {output: 300, from: ")
        .replace("[context, brain, chat]", "[context, brain, fill, tea]");
    let found: Vec<String> =
        mistakes(&text).iter().map(|told| told.split_once(' ').map_or("", |(_, said)| said).to_owned()).collect();
    assert_eq!(
        found,
        [
            "expected the least seconds first",
            "missing key `source`",
            "unknown key `from`",
            "nothing says what `fill` cost",
            "unknown step `tea`",
        ]
    );
}
