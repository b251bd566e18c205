-- Since this version a scene may play a part of its content (`window`) or be made of others (`merged`), both of which stand in
-- its JSON. A program that does not know them would lose them from a scene that it changes; that this migration is there
-- keeps it from opening the file.
SELECT 1;
