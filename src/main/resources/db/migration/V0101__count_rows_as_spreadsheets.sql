-- People look a refused row up in a spreadsheet, which counts rows, not lines: a cell may hold line breaks.
alter table deal_import_refusal rename column line to row_number;
