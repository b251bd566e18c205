//! Many who ask at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use proptest::prelude::*;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tokio::time::sleep;

use super::*;
use crate::store::cache::{DiskCache, Limits, MemoryCache};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;

fn key(name: u8) -> Key {
    Key::from_bytes([name; Key::LENGTH])
}

fn answers() -> Answers {
    Answers::new(Arc::new(MemoryCache::new(Limits::default())))
}

/// The stage that has ended.
fn stage(event: &Event) -> Option<Stage> {
    if let Event::Stage(timing) = event { Some(timing.stage) } else { None }
}

/// A runtime whose clock runs ahead when everybody waits, so that the order of events is that of their times.
fn runtime() -> std::io::Result<Runtime> {
    Builder::new_current_thread().enable_time().start_paused(true).build()
}

/// Work that counts how often it runs.
#[derive(Clone, Default)]
struct Work {
    begun: Arc<AtomicUsize>,
    ended: Arc<AtomicUsize>,
}

impl Work {
    fn done(&self) -> (usize, usize) {
        (self.begun.load(Ordering::SeqCst), self.ended.load(Ordering::SeqCst))
    }

    async fn run(self, millis: u64) -> Result<Entry> {
        let number = self.begun.fetch_add(1, Ordering::SeqCst);
        sleep(Duration::from_millis(millis)).await;
        self.ended.fetch_add(1, Ordering::SeqCst);
        Entry::fill(&number)
    }

    async fn fail(self, millis: u64) -> Result<Entry> {
        self.run(millis).await?;
        Err(Error::new(ErrorKind::Request, "the model is down"))
    }
}

async fn ask_once(answers: Answers, work: Work) -> Result<(usize, Source), Arc<Error>> {
    let answer = answers.get_or_run(key(1), work.run(100), NOW, &mut ()).await?;
    Ok((answer.entry.to_fill().unwrap_or(usize::MAX), answer.source))
}

#[test]
fn work_is_done_once_and_kept() -> Outcome {
    runtime()?.block_on(async {
        let (answers, work, mut events) = (answers(), Work::default(), Vec::new());
        for source in [Source::Made, Source::Kept] {
            let answer = answers.get_or_run(key(1), work.clone().run(5), NOW, &mut events).await?;
            assert_eq!((answer.entry.to_fill(), answer.source), (Some(0), source));
        }
        let stages: Vec<Stage> = events.iter().filter_map(stage).collect();
        assert_eq!(stages, [Stage::CacheMiss, Stage::CacheWrite, Stage::CacheHit]);
        let answer = answers.run(key(1), work.clone().run(5), NOW, &mut ()).await?;
        assert_eq!((answer.entry.to_fill(), answer.source), (Some(1), Source::Made), "fresh in spite of the cache");
        let answer = answers.get_or_run(key(1), work.clone().run(5), NOW, &mut ()).await?;
        assert_eq!((answer.entry.to_fill(), work.done()), (Some(1), (2, 2)), "and kept instead");
        Ok(())
    })
}

#[test]
fn making_room_is_told() -> Outcome {
    runtime()?.block_on(async {
        let limits = Limits::default().with_budget(0);
        let (answers, mut events) = (Answers::new(Arc::new(MemoryCache::new(limits))), Vec::new());
        for name in 0..5 {
            let work = async { Entry::fill(&"a".repeat(Limits::LEAST_BUDGET as usize / 4 - 1000)) };
            answers.get_or_run(key(name), work, NOW, &mut events).await?;
        }
        let count = |wanted| events.iter().filter(|event| stage(event) == Some(wanted)).count();
        assert_eq!([Stage::CacheWrite, Stage::CacheEviction].map(count), [5, 1]);
        Ok(())
    })
}

#[test]
fn equal_requests_run_once_and_all_get_the_answer() -> Outcome {
    runtime()?.block_on(async {
        let (answers, work) = (answers(), Work::default());
        let tasks: Vec<_> = (0..100).map(|_| tokio::spawn(ask_once(answers.clone(), work.clone()))).collect();
        let mut made = 0;
        for task in tasks {
            let (number, source) = task.await??;
            assert_eq!(number, 0);
            made += usize::from(source == Source::Made);
        }
        assert_eq!((made, work.done(), answers.flights.len()), (1, (1, 1), 0));
        Ok(())
    })
}

#[test]
fn the_work_goes_on_when_the_first_has_gone() -> Outcome {
    runtime()?.block_on(async {
        let (answers, work) = (answers(), Work::default());
        let first = tokio::spawn(ask_once(answers.clone(), work.clone()));
        sleep(Duration::from_millis(10)).await;
        let others: Vec<_> = (0..10).map(|_| tokio::spawn(ask_once(answers.clone(), work.clone()))).collect();
        sleep(Duration::from_millis(10)).await;
        first.abort();
        for other in others {
            assert_eq!(other.await??, (0, Source::Shared));
        }
        assert_eq!(work.done(), (1, 1), "what was begun is not begun again");
        Ok(())
    })
}

#[test]
fn the_work_ends_when_all_have_gone() -> Outcome {
    runtime()?.block_on(async {
        let (answers, work) = (answers(), Work::default());
        let tasks: Vec<_> = (0..10).map(|_| tokio::spawn(ask_once(answers.clone(), work.clone()))).collect();
        sleep(Duration::from_millis(10)).await;
        tasks.iter().for_each(tokio::task::JoinHandle::abort);
        sleep(Duration::from_millis(500)).await;
        assert_eq!((work.done(), answers.flights.len()), ((1, 0), 0));
        assert_eq!(ask_once(answers, work).await?.1, Source::Made);
        Ok(())
    })
}

#[test]
fn a_failure_is_told_to_all_and_not_kept() -> Outcome {
    runtime()?.block_on(async {
        let (answers, work) = (answers(), Work::default());
        let ask =
            |answers: Answers, work: Work| async move { answers.get_or_run(key(1), work.fail(50), NOW, &mut ()).await };
        let tasks: Vec<_> = (0..10).map(|_| tokio::spawn(ask(answers.clone(), work.clone()))).collect();
        for task in tasks {
            let error = task.await?.err().map(|error| error.to_string());
            assert_eq!(error.as_deref(), Some("the model is down"));
        }
        assert_eq!(work.done(), (1, 1));
        assert_eq!(ask_once(answers, work).await?, (1, Source::Made));
        Ok(())
    })
}

#[test]
fn a_panic_is_an_error_for_all() -> Outcome {
    runtime()?.block_on(async {
        let answers = answers();
        let ask = |answers: Answers| async move {
            let work = async {
                sleep(Duration::from_millis(10)).await;
                panic!("the work has a mistake");
            };
            answers.get_or_run(key(1), work, NOW, &mut ()).await
        };
        let tasks: Vec<_> = (0..5).map(|_| tokio::spawn(ask(answers.clone()))).collect();
        for task in tasks {
            assert_eq!(task.await?.err().map(|error| error.kind()), Some(ErrorKind::Internal));
        }
        assert_eq!(answers.flights.len(), 0);
        assert_eq!(ask_once(answers, Work::default()).await?.1, Source::Made);
        Ok(())
    })
}

#[test]
fn different_requests_do_not_wait_for_one_another() -> Outcome {
    runtime()?.block_on(async {
        let (answers, gate) = (answers(), Arc::new(Notify::new()));
        let (waiting, open) = (answers.clone(), gate.clone());
        let slow = tokio::spawn(async move {
            let work = async move {
                open.notified().await;
                Entry::fill(&1)
            };
            waiting.get_or_run(key(2), work, NOW, &mut ()).await
        });
        sleep(Duration::from_millis(1)).await;
        assert_eq!(ask_once(answers, Work::default()).await?.1, Source::Made);
        gate.notify_one();
        assert_eq!(slow.await??.source, Source::Made);
        Ok(())
    })
}

#[test]
fn threads_share_work_on_disk() -> Outcome {
    let folder = tempfile::tempdir()?;
    let cache = DiskCache::open(folder.path(), Limits::default())?;
    let (answers, work) = (Answers::new(Arc::new(cache)), Work::default());
    Builder::new_multi_thread().worker_threads(4).enable_time().build()?.block_on(async {
        for round in 0..50 {
            let ask = |answers: Answers, work: Work| async move {
                answers.get_or_run(key(round), work.run(0), NOW, &mut ()).await
            };
            let tasks: Vec<_> = (0..16).map(|_| tokio::spawn(ask(answers.clone(), work.clone()))).collect();
            for task in tasks {
                assert_eq!(task.await??.entry.to_fill(), Some(usize::from(round)));
            }
        }
        assert_eq!((work.done(), answers.flights.len()), ((50, 50), 0));
        Ok(())
    })
}

/// A request: for which of a few keys, when it comes, and when it goes if it does not wait.
type Visitor = (u8, u64, Option<u64>);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whoever comes and goes, at any time: the same work never runs twice at once, and whoever stays gets an answer.
    #[test]
    fn nobody_is_left_behind(
        visitors in prop::collection::vec((0..3u8, 0..40u64, prop::option::weighted(0.4, 0..40u64)), 1..60),
        fails: bool,
    ) {
        let run = async {
            let (answers, running) = (answers(), Arc::new([const { AtomicUsize::new(0) }; 3]));
            let tasks: Vec<_> = visitors.iter().map(|visitor| {
                (visitor.2, tokio::spawn(visit(answers.clone(), *visitor, running.clone(), fails)))
            }).collect();
            for (goes, task) in tasks {
                let answered = task.await.map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert!(answered || goes.is_some());
            }
            prop_assert_eq!(answers.flights.len(), 0);
            Ok(())
        };
        runtime().map_err(|error| TestCaseError::fail(error.to_string()))?.block_on(run)?;
    }
}

/// Whether the visitor had an answer before it went.
async fn visit(answers: Answers, visitor: Visitor, running: Arc<[AtomicUsize; 3]>, fails: bool) -> bool {
    let (name, comes, goes) = visitor;
    sleep(Duration::from_millis(comes)).await;
    let work = async move {
        let _running = Running::begin(running, usize::from(name));
        sleep(Duration::from_millis(10)).await;
        if fails { Err(Error::new(ErrorKind::Request, "no")) } else { Entry::fill(&name) }
    };
    let mut nobody = ();
    let request = answers.get_or_run(key(name), work, NOW, &mut nobody);
    match goes {
        Some(goes) => tokio::time::timeout(Duration::from_millis(goes), request).await.is_ok(),
        None => request.await.is_ok_and(|answer| answer.entry.to_fill() == Some(name)) != fails,
    }
}

/// Work for a key that is running; there is never a second.
struct Running(Arc<[AtomicUsize; 3]>, usize);

impl Running {
    fn begin(running: Arc<[AtomicUsize; 3]>, name: usize) -> Self {
        assert_eq!(running[name].fetch_add(1, Ordering::SeqCst), 0, "the same work runs twice at once");
        Self(running, name)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0[self.1].fetch_sub(1, Ordering::SeqCst);
    }
}
