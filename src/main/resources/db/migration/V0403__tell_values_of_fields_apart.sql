-- How frequent a value is depends on the field: without knowing that, the planner takes the wrong way for frequent choices.
create statistics custom_field_value_numbers (mcv) on field_id, number from custom_field_value;
