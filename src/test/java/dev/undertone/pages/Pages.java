package dev.undertone.pages;

import dev.undertone.insights.Insights;
import dev.undertone.moderation.policies.PolicyShelf;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** All pages that people open and all parts that these ask for by themselves. */
final class Pages {

    private static final Pattern MORE = Pattern.compile("hx-get=\"(/queue/rows[^\"]+)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"(/audit\\?[^\"]*after=[^\"]+)\"");
    private static final String[] PART = {"HX-Request", "true"};

    private final Client client;
    private final JdbcTemplate jdbc;
    private final String policy;
    private final Random random = new Random(3);
    private final List<Page> pages = new ArrayList<>();

    private Pages(Client client, ApplicationContext service) {
        this.client = client;
        this.jdbc = service.getBean(JdbcTemplate.class);
        this.policy =
                "/policies/" + service.getBean(PolicyShelf.class).judging().policyId();
    }

    static List<Page> of(Client client, ApplicationContext service) {
        Pages all = new Pages(client, service);
        all.queue();
        all.triage();
        all.policies();
        all.insights();
        all.audit();
        all.administration();
        all.lists();
        return all.pages;
    }

    /**
     * What people ask for seldom, and what reads everything there is: figures counted anew, the words, files, the
     * check.
     */
    static List<Page> seldom(Client client, ApplicationContext service) {
        Pages all = new Pages(client, service);
        Insights insights = service.getBean(Insights.class);
        for (int days : new int[] {7, 30, 90}) {
            all.add("/insights?days=" + days + ", not counted yet", () -> {
                insights.forget();
                return client.get("/insights?days=" + days);
            });
            all.add("/insights/counted?days=" + days + ", counted anew", () -> {
                insights.forget();
                return client.get("/insights/counted?days=" + days, PART);
            });
        }
        List<String> open = all.items("OPEN");
        all.add("/items/{open}/words (the model reads)", () -> client.get("/items/" + all.any(open) + "/words", PART));
        all.gets("/audit/check", "/audit/entries.csv");
        return all.pages;
    }

    private void queue() {
        gets("/queue", "/queue?queue=conduct", "/queue?sort=newest", "/queue?sort=oldest", "/queue?status=done");
        gets("/queue?status=mine", "/queue/list", "/queue/open", "/queue/changes?since=0");
        String more = client.found("/queue", MORE);
        add("/queue/rows (more of the list)", () -> client.get(more));
        List<String> open = items("OPEN");
        List<String> decided = items("DECIDED");
        add("/items/{open}", () -> client.get("/items/" + any(open)));
        add("/items/{open}, the part", () -> client.get("/items/" + any(open), PART));
        add("/items/{decided}, the part", () -> client.get("/items/" + any(decided), PART));
    }

    private List<String> items(String status) {
        return jdbc.queryForList("select id from reviewable where status = ?", String.class, status);
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private void triage() {
        gets("/triage", "/triage?queue=conduct", "/triage?channel=channel-1", "/triage/histogram.csv");
        add(
                "/triage/range",
                () -> client.get(
                        "/triage/range?from=" + (40 + random.nextInt(55)) + "&to=100&seed=" + random.nextInt(9), PART));
    }

    private void policies() {
        gets("/policies", "/policies/new");
        add("/policies/{id}", () -> client.get(policy));
        add("/policies/{id}/compare", () -> client.get(policy + "/compare?older=1&newer=2"));
        add("/policies/{id}/versions/{live}", () -> client.get(policy + "/versions/1"));
        add("/policies/{id}/versions/{shadow}", () -> client.get(policy + "/versions/2"));
        add("/policies/{id}/versions/{shadow}/preview", () -> client.get(policy + "/versions/2/preview", PART));
        add("/policies/{id}/edit", () -> client.get(policy + "/edit?from=1"));
        String token = client.token("/queue");
        add("/policies/{id}/try (the preview)", () -> client.post(policy + "/try", "_csrf=" + token + rules(), PART));
    }

    /** As the form sends them while somebody moves a slider. */
    private String rules() {
        StringBuilder form = new StringBuilder("&from=1&seen=2&note=");
        String[][] rules = {{"anger", "conduct"}, {"fear", "care"}, {"sadness", "care"}, {"surprise", "uncertain"}};
        for (int i = 0; i < rules.length; i++) {
            String rule = "&rules[" + i + "].";
            form.append(rule).append("name=").append(rules[i][0]);
            form.append(rule)
                    .append("verdict=HOLD")
                    .append(rule)
                    .append("queue=")
                    .append(rules[i][1]);
            form.append(rule).append("weight=1").append(rule).append("conditions[0].kind=EMOTION");
            form.append(rule).append("conditions[0].emotion=").append(rules[i][0]);
            form.append(rule).append("conditions[0].percent=").append(50 + random.nextInt(50));
        }
        return form.toString().replace("[", "%5B").replace("]", "%5D");
    }

    private void insights() {
        gets("/insights", "/insights?days=7", "/insights?days=90", "/insights/volume.csv?days=90");
    }

    private void audit() {
        gets("/audit", "/audit?actor=Mira", "/audit?actor=nobody", "/audit?action=decision.made");
        gets("/audit?action=person.disabled", "/audit?from=2026-02-01&to=2026-02-02", "/audit?subject=nothing");
        gets("/audit/head.json");
        add("/audit?subject={item}", () -> client.get("/audit?subject=" + any(items("DECIDED"))));
        String older = client.found("/audit", OLDER);
        add("/audit (older)", () -> client.get(older));
    }

    private void administration() {
        gets("/admin", "/admin/people", "/admin/keys", "/admin/settings", "/admin/demo", "/admin/erasure");
        gets("/you", "/you/day", "/you/week.csv", "/you/password", "/models", "/models/emotion-distilbert");
        gets("/", "/batch", "/login");
    }

    private void lists() {
        gets("/api/v1/submissions/files", "/api/v1/submissions", "/api/v1/reviewables", "/api/v1/reviewables/counts");
        gets("/api/v1/decisions", "/api/v1/audit", "/api/v1/policies");
    }

    private void gets(String... addresses) {
        for (String address : addresses) {
            add(address, () -> client.get(address));
        }
    }

    private void add(String name, Supplier<HttpResponse<String>> ask) {
        pages.add(new Page(name, ask));
    }
}
