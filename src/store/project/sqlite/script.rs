//! Statements that are sent together.

use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments as _, AssertSqlSafe, Encode, Sqlite, SqliteConnection, Type};

/// Statements with their arguments, which the connection's thread runs one after another. To send each alone would cost
/// the way to that thread and back, which takes longer than most of them.
#[derive(Default)]
pub(super) struct Script {
    text: String,
    arguments: SqliteArguments,
}

impl Script {
    /// Adds a statement. Its `?` are bound in order by the calls of [`bind`](Self::bind) that follow.
    pub(super) fn add(&mut self, statement: &'static str) -> &mut Self {
        self.text.push_str(statement);
        self.text.push(';');
        self
    }

    /// Adds an argument.
    pub(super) fn bind<'t, T: Encode<'t, Sqlite> + Type<Sqlite>>(&mut self, value: T) -> sqlx::Result<&mut Self> {
        self.arguments.add(value).map_err(sqlx::Error::Encode)?;
        Ok(self)
    }

    /// Runs the statements up to the first that fails.
    pub(super) async fn run(self, connection: &mut SqliteConnection) -> sqlx::Result<()> {
        // The text is made of constants alone; all that comes from outside is an argument.
        let query = sqlx::query_with(AssertSqlSafe(self.text), self.arguments);
        query.execute(connection).await.map(|_| ())
    }
}
