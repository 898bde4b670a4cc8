{{/* What the pods of both components have in common. Each takes the dict of a component. */}}

{{- define "todo-app.pod.metadata" -}}
labels:
  {{- include "todo-app.selector" . | nindent 2 }}
  {{- with .root.Values.commonLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- with .values.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- $annotations := merge (dict) .annotations .values.podAnnotations }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "todo-app.pod.settings" -}}
serviceAccountName: {{ include "todo-app.serviceAccountName" . }}
automountServiceAccountToken: {{ not (empty .values.serviceAccount.rules) }}
enableServiceLinks: false
terminationGracePeriodSeconds: {{ .values.rollout.terminationGracePeriodSeconds }}
{{- include "todo-app.pod.placement" . }}
{{- $more := list }}
{{- range .values.topologySpreadConstraints }}
{{- $more = append $more (merge (dict) . (dict "labelSelector" (dict "matchLabels" (include "todo-app.selector" $ | fromYaml)))) }}
{{- end }}
topologySpreadConstraints:
  {{- if $more }}
  {{- toYaml $more | nindent 2 }}
  {{- else }}
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - topologyKey: {{ . }}
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    nodeTaintsPolicy: Honor
    labelSelector:
      matchLabels:
        {{- include "todo-app.selector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
  {{- end }}
{{- end }}

{{/* Where a pod may run, as whom, and by which credentials its images are pulled. */}}
{{- define "todo-app.pod.placement" }}
securityContext:
  {{- toYaml .values.podSecurityContext | nindent 2 }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{/* A container's probes and its drain: it leaves the Services at once, and stops when nodes and proxies have noticed. */}}
{{- define "todo-app.container.lifecycle" -}}
{{- range $name, $probe := .values.probes -}}
{{ $name }}Probe:
  httpGet: {path: {{ $probe.path }}, port: http}
  {{- toYaml (omit $probe "path") | nindent 2 }}
{{ end }}
{{- if .values.rollout.drainSeconds }}
lifecycle:
  preStop:
    {{- if semverCompare ">=1.30-0" .root.Capabilities.KubeVersion.Version }}
    sleep: {seconds: {{ .values.rollout.drainSeconds }}}
    {{- else }}
    exec: {command: [sleep, {{ .values.rollout.drainSeconds | quote }}]}
    {{- end }}
{{- end }}
{{- end }}

{{/* Of a container of ours: image, rights and resources. The last lines of its log become what `describe` shows. */}}
{{- define "todo-app.container.image" -}}
image: {{ include "todo-app.image" (dict "root" .root "image" .values.image) }}
imagePullPolicy: {{ .values.image.pullPolicy }}
terminationMessagePolicy: FallbackToLogsOnError
securityContext:
  {{- toYaml .values.securityContext | nindent 2 }}
resources:
  {{- toYaml .values.resources | nindent 2 }}
{{- end }}

{{- define "todo-app.rollout" -}}
{{- if not .values.autoscaling.enabled -}}
replicas: {{ include "todo-app.replicas" . }}
{{ end -}}
revisionHistoryLimit: {{ .values.rollout.revisionHistoryLimit }}
selector:
  matchLabels:
    {{- include "todo-app.selector" . | nindent 4 }}
strategy:
  {{- if and (eq .name "backend") (eq .root.Values.database.kind "sqlite") }}
  type: Recreate
  {{- else }}
  type: RollingUpdate
  rollingUpdate: {maxUnavailable: 0, maxSurge: {{ .values.rollout.maxSurge }}}
  {{- end }}
{{- end }}
