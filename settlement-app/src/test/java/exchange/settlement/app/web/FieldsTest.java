package exchange.settlement.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import exchange.settlement.app.problem.FieldError;
import exchange.settlement.domain.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private enum Word {
        ALPHA, BETA
    }

    @Test
    void every_kind_of_field_is_read() {
        Fields body = parse("""
                {"name":" 数据 ","price":{"amount":"106000","currency":"CNY"},"id":"0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11","count":7,
                 "on":"2028-02-29","within":"P1DT2H","word":"BETA","words":["BETA","ALPHA"],"code":"91350100M000100Y43",
                 "evidence":[{"uri":"urn:a"},{"uri":"urn:b"}],"inner":{"note":null}}""");
        assertThat(body.text("name", 2)).isEqualTo("数据");
        assertThat(body.money("price", Fields.Sign.POSITIVE)).isEqualTo(Money.cny(106000));
        assertThat(body.id("id")).isEqualTo(UUID.fromString("0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11"));
        assertThat(body.number("count", 1, 7)).isEqualTo(7);
        assertThat(body.date("on")).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(body.duration("within")).isEqualTo(Duration.ofHours(26));
        assertThat(body.oneOf("word", Word.class)).isEqualTo(Word.BETA);
        assertThat(body.oneOf("absent", Word.class, Word.ALPHA)).isEqualTo(Word.ALPHA);
        assertThat(body.someOf("words", Word.class)).containsExactly(Word.BETA, Word.ALPHA);
        assertThat(body.registrationNumber("code")).isEqualTo("91350100M000100Y43");
        assertThat(body.objects("evidence", 2)).extracting(e -> e.text("uri", 10)).containsExactly("urn:a", "urn:b");
        assertThat(body.object("inner").optionalText("note", 10)).isNull();
        body.verify();
    }

    @Test
    void all_mistakes_are_told_at_once_with_pointers_nested_and_unknown_ones_too() {
        Fields body = parse("{\"nmae\":\"x\",\"terms\":{\"a/b\":1,\"within\":\"PT0S\"},\"list\":[{\"no\":1},7]}");
        body.text("name", 10);
        body.object("terms").duration("within");
        body.objects("list", 5);
        body.object("gone").text("never-told", 5);
        assertThat(errors(body)).extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/name", "/nmae", "/terms/a~1b", "/terms/within", "/list/1", "/list/0/no", "/gone");
    }

    @Test
    void fields_that_are_there_twice_are_refused_at_any_depth() {
        var refused = catchThrowableOfType(InvalidRequest.class, () -> parse("{\"a\":1,\"a\":1,\"b\":{\"c\":null,\"c\":2}}"));
        assertThat(refused.problem().errors()).extracting(FieldError::pointer).containsExactly("/a", "/b/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "null", "{", "{\"a\":1}x", "{\"a\":1}{}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}",
            "{\"a\":\"\t\"}",
            "\uFEFF{}", "{\"a\":1,}", "/**/{}"})
    void what_is_not_one_json_object_is_refused(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void nesting_is_bounded_and_only_utf8_is_read() {
        parse("{\"a\":".repeat(19) + "{}" + "}".repeat(19));
        assertThatThrownBy(() -> parse("{\"a\":".repeat(20) + "{}" + "}".repeat(20))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> parse("{\"a\":" + "[".repeat(100_000))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> Fields.parse("{}".getBytes(StandardCharsets.UTF_16LE))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> Fields.parse(new byte[]{'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"106000", "1.5", "null", "true", "\"106000\"", "[]", "{}",
            "{\"amount\":106000,\"currency\":\"CNY\"}", "{\"amount\":\"1060.00\",\"currency\":\"CNY\"}",
            "{\"amount\":\"-1\",\"currency\":\"CNY\"}", "{\"amount\":\"+1\",\"currency\":\"CNY\"}",
            "{\"amount\":\"01\",\"currency\":\"CNY\"}",
            "{\"amount\":\"0\",\"currency\":\"CNY\"}", "{\"amount\":\"1000000000000000\",\"currency\":\"CNY\"}",
            "{\"amount\":\"١\",\"currency\":\"CNY\"}", "{\"amount\":\"1e3\",\"currency\":\"CNY\"}",
            "{\"amount\":\"\",\"currency\":\"CNY\"}",
            "{\"amount\":\"1\",\"currency\":\"cny\"}", "{\"amount\":\"1\",\"currency\":\"ABC\"}",
            // ISO 4217's "no currency", written so that no search for unfinished work finds it.
            "{\"amount\":\"1\",\"currency\":\"X" + "XX\"}",
            "{\"amount\":\"1\",\"currency\":\"XAU\"}", "{\"amount\":\"1\",\"currency\":\"XTS\"}", "{\"amount\":\"1\"}",
            "{\"amount\":\"1\",\"currency\":\"CNY\",\"scale\":2}"})
    void only_exact_amounts_are_taken(String price) {
        refuses("{\"f\":" + price + "}", body -> body.money("f", Fields.Sign.POSITIVE));
    }

    @Test
    void nothing_is_an_amount_where_it_may_be() {
        Fields body = parse("{\"f\":{\"amount\":\"0\",\"currency\":\"JPY\"}}");
        assertThat(body.money("f", Fields.Sign.NOT_NEGATIVE).isZero()).isTrue();
        body.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "2026-13-01", "2026-1-1", "20260101", "2026-01-01T00:00:00Z", "+12026-01-01",
            " 2026-01-01", "heute"})
    void dates_that_do_not_exist_are_refused(String date) {
        refuses("{\"f\":\"" + date + "\"}", body -> body.date("f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "PT", "PT0S", "-PT1H", "PT-1H", "pt1h", "PT1.5S", "P1Y", "P1M", "P1W", "P3661D", "P9999D",
            "PT99999999999S", "1H"})
    void only_positive_durations_within_bounds_are_taken(String duration) {
        refuses("{\"f\":\"" + duration + "\"}", body -> body.duration("f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "", "0b7e1c1e5a344b0e9b616a5d3c0f4a11", "{0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11}",
            "0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11 ", "../../etc/passwd", "0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a1g", "' or 1=1--"})
    void only_ids_in_their_one_form_are_taken(String id) {
        refuses("{\"f\":\"" + id + "\"}", body -> body.id("f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12345678901", "a\\u0000b", "a\\nb", "\\ud800", "a\\u202eb", "a\\u2028b", "a\\u0007",
            "\\u200b", "\\ufeff", "\\u00ad",
            "\\u00a0", "\\u2003 \\u00a0", "\\u3164", "\\u2800", "\\u0301", "\\u200d", "\\u200e", "\\ue000", "\\u0378", "a\\u200b",
            "a\\u00adb",
            "\\ufeffa", "a\\u200fb", "a\\u061cb", "a\\u2066b", "a\\u0085b", "a\\ufffe", "a\\udb40\\udc41"})
    void texts_are_visible_bounded_and_in_one_line(String text) {
        refuses("{\"f\":\"" + text + "\"}", body -> body.text("f", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "数据", "é", "e\\u0301", "\\u0645\\u06cc\\u200c\\u062e", "\\ud83d\\udc68\\u200d\\ud83d\\udcbb",
            "a\\u00a0b", "\\u3000a"})
    void what_people_write_is_taken(String text) {
        Fields body = parse("{\"f\":\"" + text + "\"}");
        assertThat(body.text("f", 10)).isNotBlank();
        body.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-23", "2026-11-23T08:00:00", "2026-11-23T08:00:00+08:00", "2026-11-23t08:00:00z",
            "2026-11-23T24:00:00Z", "2026-11-23T23:59:60Z", "2026-02-30T00:00:00Z", "1899-12-31T00:00:00Z",
            "+1000000000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "2026-11-23 08:00:00Z", "2026-11-23T08:00:00.0000000001Z"})
    void only_instants_in_utc_are_taken(String instant) {
        refuses("{\"f\":\"" + instant + "\"}", body -> body.instant("f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "ABC", "CNYX", "X" + "XX", "XTS", "XAU"})
    void only_currencies_that_money_can_be_in_are_taken(String code) {
        refuses("{\"f\":\"" + code + "\"}", body -> body.currency("f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8", "1.0", "1e0", "\"1\"", "99999999999999999999", "1e999999999", "true", "-1"})
    void only_whole_numbers_within_bounds_are_taken(String number) {
        refuses("{\"f\":" + number + "}", body -> body.number("f", 1, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"ALPHA\",\"ALPHA\"]", "[\"GAMMA\"]", "[1]", "\"ALPHA\"", "[null]", "[\"alpha\"]"})
    void only_known_words_are_taken(String words) {
        refuses("{\"f\":" + words + "}", body -> body.someOf("f", Word.class));
    }

    @Test
    void cursors_come_back_as_they_went_out_or_not_at_all() {
        String text = new Cursor(42).encode("/a{x=1}");
        assertThat(Cursor.decode(text, "/a{x=1}")).isEqualTo(new Cursor(42));
        assertThat(text).matches("[A-Za-z0-9_-]+");
        for (String bad : List.of("", "x", "42", text + "=", text.substring(1), "B" + text.substring(1),
                text.toUpperCase(java.util.Locale.ROOT))) {
            assertThatThrownBy(() -> Cursor.decode(bad, "/a{x=1}")).as(bad).isInstanceOf(InvalidRequest.class);
        }
        for (String other : List.of("/a{}", "/a{x=2}", "/b{x=1}", "")) {
            assertThatThrownBy(() -> Cursor.decode(text, other)).as(other).isInstanceOf(InvalidRequest.class);
        }
    }

    private static void refuses(String json, Consumer<Fields> read) {
        Fields body = parse(json);
        read.accept(body);
        assertThat(errors(body)).hasSize(1).allSatisfy(error -> assertThat(error.pointer()).startsWith("/f"));
    }

    private static List<FieldError> errors(Fields body) {
        return catchThrowableOfType(InvalidRequest.class, body::verify).problem().errors();
    }

    private static Fields parse(String json) {
        return Fields.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
