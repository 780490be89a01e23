package app.tahap.field;

import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Several;
import app.tahap.field.FieldValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values as JSON and back, with numbers as they are: no value passes through a float. */
final class FieldJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    private FieldJson() {}

    static SortedMap<Long, FieldValue> values(String json) {
        SortedMap<Long, FieldValue> values = new TreeMap<>();
        MAPPER.readTree(json)
                .properties()
                .forEach(property -> values.put(Long.valueOf(property.getKey()), value(property.getValue())));
        return values;
    }

    static FieldValue value(String json) {
        return value(MAPPER.readTree(json));
    }

    static String write(Map<Long, FieldValue> values) {
        ObjectNode object = MAPPER.createObjectNode();
        values.forEach((id, value) -> object.set(id.toString(), node(value)));
        return MAPPER.writeValueAsString(object);
    }

    static String write(FieldValue value) {
        return MAPPER.writeValueAsString(node(value));
    }

    private static FieldValue value(JsonNode node) {
        if (node.isString()) {
            return new Text(node.stringValue());
        }
        if (node.isNumber()) {
            return new Numeric(node.decimalValue());
        }
        if (node.isArray()) {
            List<Long> ids = new ArrayList<>();
            node.forEach(id -> ids.add(id.longValue()));
            return new Several(ids);
        }
        return new Amount(node.path(AMOUNT).decimalValue(), node.path(CURRENCY).stringValue());
    }

    private static JsonNode node(FieldValue value) {
        if (value instanceof Text text) {
            return MAPPER.getNodeFactory().stringNode(text.text());
        }
        if (value instanceof Numeric numeric) {
            return MAPPER.getNodeFactory().numberNode(numeric.number());
        }
        if (value instanceof Several several) {
            ArrayNode array = MAPPER.createArrayNode();
            several.ids().forEach(array::add);
            return array;
        }
        Amount amount = (Amount) value;
        return MAPPER.createObjectNode().put(AMOUNT, amount.amount()).put(CURRENCY, amount.currency());
    }
}
